// How is a message copied, moved and destroyed?
#include "app/msg.hpp"

namespace mingting {

Msg::Msg() = default;
Msg::Msg(const Msg& other) = default;
Msg::Msg(Msg&& other) noexcept = default;
Msg& Msg::operator=(const Msg& other) = default;
Msg& Msg::operator=(Msg&& other) noexcept = default;
Msg::~Msg() = default;

}  // namespace mingting
