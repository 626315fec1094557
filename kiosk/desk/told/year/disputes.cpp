// One dispute in a sentence, several in a table.
#include "desk/told/year/disputes.hpp"

#include "base/said/words.hpp"

namespace mingting {
namespace {

OrderedJson dispute_json(const RegisteredDispute& dispute) {
  return {{"id", dispute.id},
          {"kind", named(kDisputeKinds, dispute.kind).key},
          {"opened", iso_date(dispute.opened)},
          {"closed", dispute.closed ? OrderedJson(iso_date(*dispute.closed)) : OrderedJson(nullptr)},
          {"outcome", named(kDisputeOutcomes, dispute.outcome).key},
          {"entry", dispute.entry == 0 ? OrderedJson(nullptr) : OrderedJson(dispute.entry)},
          {"note", dispute.note}};
}

std::vector<std::string> row_of(const RegisteredDispute& dispute) {
  return {std::to_string(dispute.id),
          std::string(named(kDisputeKinds, dispute.kind).title),
          chinese_date(dispute.opened),
          dispute.closed ? chinese_date(*dispute.closed) : "",
          std::string(named(kDisputeOutcomes, dispute.outcome).title),
          dispute.entry == 0 ? "" : std::to_string(dispute.entry),
          dispute.note};
}

}  // namespace

std::string as_text(const DisputeRecorded& recorded) {
  const auto& dispute = recorded.dispute;
  auto said = remark("dispute.recorded", dispute.id, named(kDisputeKinds, dispute.kind).title, dispute.opened,
                     named(kDisputeOutcomes, dispute.outcome).title);
  if (dispute.closed) {
    said.code = "dispute.recorded-closed";
    said.facts.emplace_back(*dispute.closed);
  }
  return worded(said) + "\n";
}

OrderedJson as_json(const DisputeRecorded& recorded) {
  OrderedJson json{{"ok", true}};
  json.update(dispute_json(recorded.dispute));
  return json;
}

std::string as_text(const DisputeList& list) {
  if (list.disputes.empty()) return words("dispute.none") + "\n";
  TextTable text{{words("dispute.number"), words("dispute.kind"), words("dispute.opened"), words("dispute.closed"),
                  words("dispute.outcome"), words("dispute.entry"), words("dispute.note")},
                 {}};
  for (const auto& dispute : list.disputes) text.rows.push_back(row_of(dispute));
  return table_text(text);
}

OrderedJson as_json(const DisputeList& list) {
  auto disputes = OrderedJson::array();
  for (const auto& dispute : list.disputes) disputes.push_back(dispute_json(dispute));
  return {{"ok", true}, {"disputes", std::move(disputes)}};
}

}  // namespace mingting
