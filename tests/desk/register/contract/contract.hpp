// The contract of desk/register/register.hpp as one suite of tests that any register must pass: the files of this room, each about
// one subject. A second engine adds itself to the list in engines_test.cpp.
#pragma once

#include "desk/register/register_fixture.hpp"

namespace mingting {

class RegisterContract : public testing::TestWithParam<RegisterEngine> {
 protected:
  RegisterDesk desk{GetParam()};
};

}  // namespace mingting
