// How desk.toml and site.toml are read, and what may be wrong with them.
#include "desk/agency/office.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/agency/toml.hpp"
#include "domain/case/document_kinds.hpp"
#include "domain/identity/document_number.hpp"

namespace mingting {
namespace {

constexpr Named<InternetReceipt> kInternetReceipts[] = {
    {InternetReceipt::WhenConfirmed, "when-confirmed", "双方确认之日"},
    {InternetReceipt::OnArrival, "on-arrival", "到达之日"},
};
constexpr Named<FeeClock> kFeeClocks[] = {
    {FeeClock::RestartsWhenPaid, "restarts-when-paid", "缴费次日起重新计算"},
    {FeeClock::PausesUntilPaid, "pauses-until-paid", "等待缴费期间不计"},
};
constexpr std::int64_t kMostYuan = 100'000;

/// A letter and digits, as in K01.
bool is_desk_name(std::string_view name) {
  return name.size() >= 2 && name.size() <= 4 && name[0] >= 'A' && name[0] <= 'Z' &&
         std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> read_site(FileSystem& files, const Path& content, Office& office) {
  const auto table = read_toml(files, content / "site.toml", "site.toml");
  if (!table) return fail(table.error());
  Complaints complaints("site.toml");
  TomlKeys keys(*table, complaints);
  office.site = keys.required_text("id");
  office.agency = keys.required_text("office");
  office.receipt_prefix = keys.required_text("receipt_prefix");
  office.address = keys.text("address");
  office.hours = keys.text("hours");
  office.phone = keys.text("phone");
  if (!complaints.empty()) return complaints.error();
  return {};
}

void read_names(TomlKeys& keys, Complaints& complaints, Office& office) {
  office.agency = keys.text("agency", office.agency);
  office.level = keys.one_of("level", kAgencyLevels, office.level);
  office.address = keys.text("address", office.address);
  office.hours = keys.text("hours", office.hours);
  office.phone = keys.text("phone", office.phone);
  office.postcode = keys.text("postcode", office.postcode);
  office.desk_name = keys.text("desk_name", office.desk_name);
  if (office.agency.empty()) complaints.about(keys, "agency", remark("office.no-agency"));
  if (!is_desk_name(office.desk_name))
    complaints.about(keys, "desk_name", remark("office.desk-name", office.desk_name));
}

void read_numbers(TomlKeys& keys, Complaints& complaints, Office& office) {
  const auto* table = keys.table("numbers");
  if (table == nullptr) return;
  TomlKeys numbers(*table, complaints, in_table("[numbers]"));
  for (const auto& kind : kDocumentKinds) {
    const auto prefix = numbers.text(kind.key);
    if (prefix.empty()) continue;
    const auto printed = print_document_number({prefix, 2026, 1});
    if (parse_document_number(printed) != DocumentNumber{prefix, 2026, 1}) {
      complaints.about(numbers, kind.key, remark("office.prefix", kind.key, prefix));
    }
    office.number_prefixes.emplace(kind.key, prefix);
  }
  numbers.finish();
}

std::vector<FeeTier> read_tiers(TomlKeys& keys, Complaints& complaints, std::vector<FeeTier> fallback) {
  const auto* array = keys.array("tiers");
  if (array == nullptr) return fallback;
  std::vector<FeeTier> tiers;
  for (const auto& item : array->items) {
    if (item.kind != TomlValue::Kind::Table) {
      complaints.at(item.line, remark("office.no-tier"));
      continue;
    }
    TomlKeys tier(item, complaints, remark("office.in-tier"));
    tiers.push_back({tier.integer("up_to", 1, kMostFeeUnits, 1), tier.integer("yuan", 0, kMostYuan, 0)});
    tier.finish();
    if (tiers.size() > 1 && tiers.back().up_to <= tiers[tiers.size() - 2].up_to) {
      complaints.at(item.line, remark("office.tiers-out-of-order"));
    }
  }
  if (tiers.empty()) complaints.about(keys, "tiers", remark("office.no-tiers"));
  return tiers;
}

void read_scale(TomlKeys& keys, Complaints& complaints, std::string_view name, FeeScale& scale) {
  const auto* table = keys.table(name);
  if (table == nullptr) return;
  TomlKeys fees(*table, complaints, in_table(fmt::format("[{}]", name)));
  scale.tiers = read_tiers(fees, complaints, scale.tiers);
  scale.step_width = fees.integer("step_width", 0, kMostFeeUnits, scale.step_width);
  scale.step_rise = fees.integer("step_rise", 0, kMostYuan, scale.step_rise);
  fees.finish();
}

void read_rules(TomlKeys& keys, Complaints& complaints, Office& office) {
  if (const auto* table = keys.table("rules")) {
    TomlKeys rules(*table, complaints, in_table("[rules]"));
    office.rules.internet_receipt = rules.one_of("internet_receipt", kInternetReceipts, office.rules.internet_receipt);
    office.rules.correction_period = static_cast<int>(rules.integer("correction_period", 1, 60, office.rules.correction_period));
    office.rules.fee_clock = rules.one_of("fee_clock", kFeeClocks, office.rules.fee_clock);
    rules.finish();
  }
  read_scale(keys, complaints, "fees-by-item", office.rules.item_tariff);
  read_scale(keys, complaints, "fees-by-page", office.rules.page_tariff);
}

void read_remedy(TomlKeys& keys, Complaints& complaints, RemedyBodies& bodies) {
  const auto* table = keys.table("remedy");
  if (table == nullptr) return;
  TomlKeys remedy(*table, complaints, in_table("[remedy]"));
  const auto name = [&](std::string_view key, std::string& body) {
    body = remedy.text(key, body);
    if (body.empty()) complaints.about(remedy, key, remark("office.no-body", key));
  };
  name("district_government", bodies.district_government);
  name("city_government", bodies.city_government);
  name("court", bodies.court);
  bodies.online_review = remedy.text("online_review", bodies.online_review);
  remedy.finish();
}

void read_promises(TomlKeys& keys, Complaints& complaints, Office& office) {
  const auto* table = keys.table("promises");
  if (table == nullptr) return;
  TomlKeys promises(*table, complaints, in_table("[promises]"));
  const auto whole = [&](std::string_view key, std::int64_t most, int& value) {
    value = static_cast<int>(promises.integer(key, 0, most, value));
  };
  whole("feedback_days", 250, office.feedback_days);
  whole("letter_days", 250, office.letter_days);
  whole("retention_years", 100, office.retention_years);
  whole("feed_days", 3650, office.feed_days);
  promises.finish();
}

}  // namespace

Result<Office> read_office(FileSystem& files, const Path& content) {
  const std::string shown = "desk/desk.toml";
  Office office;
  if (auto site = read_site(files, content, office); !site) return fail(site.error());
  const auto table = read_toml(files, content / "desk" / "desk.toml", shown);
  if (!table) return fail(table.error());
  Complaints complaints(shown);
  TomlKeys keys(*table, complaints);
  read_names(keys, complaints, office);
  read_numbers(keys, complaints, office);
  read_rules(keys, complaints, office);
  read_remedy(keys, complaints, office.bodies);
  read_promises(keys, complaints, office);
  keys.finish();
  if (!complaints.empty()) return complaints.error();
  return office;
}

}  // namespace mingting
