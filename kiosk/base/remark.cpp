// How is a remark made, copied and gone through?
#include "base/remark.hpp"

namespace mingting {

Fact::Fact(std::int64_t number) : value(number) {}
Fact::Fact(double number) : value(number) {}
Fact::Fact(Date day) : value(day) {}
Fact::Fact(std::string_view text) : value(std::string(text)) {}
Fact::Fact(const Remark& remark) : value(std::vector<Remark>{remark}) {}
Fact::Fact(std::vector<Remark> remarks) : value(std::move(remarks)) {}

Fact::Fact(const Fact&) = default;
Fact::Fact(Fact&&) noexcept = default;
Fact& Fact::operator=(const Fact&) = default;
Fact& Fact::operator=(Fact&&) noexcept = default;
Fact::~Fact() = default;
bool Fact::operator==(const Fact&) const = default;

Remark remark_of(std::string_view code, std::vector<Fact> facts) {
  return {std::string(code), std::move(facts)};
}

Remark with_texts(Remark remark, const std::function<std::string(const std::string&)>& change) {
  for (auto& fact : remark.facts) {
    if (auto* text = std::get_if<std::string>(&fact.value)) *text = change(*text);
    auto* causes = std::get_if<std::vector<Remark>>(&fact.value);
    if (causes == nullptr) continue;
    for (auto& cause : *causes) cause = with_texts(std::move(cause), change);
  }
  return remark;
}

}  // namespace mingting
