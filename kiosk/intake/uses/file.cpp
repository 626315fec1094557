// Two members of JSON around sealed bytes.
#include "intake/uses/file.hpp"

#include <nlohmann/json.hpp>

#include "base/text/encoding.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostPlain = vault::kMostUsesFile / 2;  // base64 makes four bytes of three

std::string text_in(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<std::string> seal_uses(std::vector<WeekOfUses> weeks, const std::string& office_key) {
  auto plain = print_weeks(weeks);
  while (plain.size() > kMostPlain) {
    weeks.erase(weeks.begin());
    plain = print_weeks(weeks);
  }
  const auto sealed = vault::seal(plain, office_key);
  if (!sealed) return fail(sealed.error());
  return Json{{"office_key", office_key}, {"sealed", to_base64(*sealed)}}.dump() + "\n";
}

Result<std::vector<WeekOfUses>> open_uses(std::string_view file, const std::string& office_secret_key) {
  const auto json = Json::parse(file, nullptr, false);
  const auto sealed = json.is_object() ? from_base64_up_to(text_in(json, "sealed"), vault::kMostUsesFile) : std::nullopt;
  if (!sealed) return fail(Trouble::Untrusted, "uses-export.torn");
  const auto plain = vault::unseal(*sealed, office_secret_key);
  if (!plain) return fail(Trouble::Invalid, "uses-export.other-key", vault::key_fingerprint(text_in(json, "office_key")));
  auto weeks = parse_weeks(plain->view());
  if (!weeks) return fail(Trouble::Untrusted, "uses-export.torn");
  return std::move(*weeks);
}

}  // namespace mingting
