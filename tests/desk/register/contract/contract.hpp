// The contract of desk/register/register.hpp as one suite of tests that any register must pass: contract_*_test.cpp, each about
// one subject. A second engine adds itself to the list in contract_test.cpp.
#pragma once

#include "desk/register/register_fixture.hpp"

namespace mingting {

class RegisterContract : public testing::TestWithParam<RegisterEngine> {
 protected:
  RegisterDesk desk{GetParam()};
};

}  // namespace mingting
