// One application and the papers made from it, with the templates of content/ or an edited copy of them.
#pragma once

#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "desk/papers/documents.hpp"
#include "domain/desk_fixture.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {  // other fixtures of the same program may use the same names

inline const Path kContent = Path(MINGTING_SOURCE) / "content";

inline Entry sample_entry() {
  Entry entry;
  entry.id = 1;
  entry.number = "NM-D01-20261102-0001-X";
  entry.applicant = {ApplicantKind::Person, "张示例", "示例", "示例路2025年改造工程的施工方案。"};
  entry.submission.form = "application";
  entry.submission.rules = "application";
  entry.submission.answers = {
      {"description", "信息内容", "示例路2025年改造工程的施工方案。", "示例路2025年改造工程的施工方案。"},
      {"applicant_kind", "申请人", "person", "个人（自然人）"},
      {"name", "姓名", "张示例", "张示例"},
      {"paper_kind", "证件种类", "identity-card", "居民身份证"},
      {"paper_number", "证件号码", "11010519491231002X", "11010519491231002X"},
      {"phone", "联系电话", "13800000000", "13800000000"},
      {"address", "通信地址", "示例路1号", "示例路1号"},
      {"form_wanted", "要什么形式", "paper", "纸质件"},
      {"route", "怎样送到您手里", "mail", "邮寄到通信地址"},
      {"truth", "我填的身份和联系方式是真实的", "yes", "同意"},
  };
  return entry;
}

struct PaperDesk {
  Desk desk;
  Office office = read_office(disk(), kContent).value();
  Entry entry = sample_entry();
  Path content = kContent;
  std::string query_code;

  PaperDesk() { desk.does("2026-11-02", Arrived{}); }
  PaperDesk& does(std::string_view iso, StepWhat what) {
    desk.does(iso, std::move(what));
    return *this;
  }
  /// With the number its kind has.
  Result<OfficialPaper> compose(DocumentKind kind, const Said& said = {}) const {
    const auto prefix = office.number_prefixes.find(std::string(named(kDocumentKinds, kind).key));
    const auto number = prefix == office.number_prefixes.end() ? "" : prefix->second + "〔2026〕3号";
    return compose_paper(disk(), content, kind, {office, entry, desk.one, desk.calendar, said, query_code}, number,
                         desk.one.latest);
  }
  OfficialPaper paper(DocumentKind kind, const Said& said = {}) const {
    auto made = compose(kind, said);
    EXPECT_TRUE(made) << (made ? "" : worded(made.error()));
    return made ? *made : OfficialPaper{};
  }
  std::string refusal(DocumentKind kind, const Said& said = {}) const {
    const auto made = compose(kind, said);
    EXPECT_FALSE(made);
    return made ? "" : worded(made.error());
  }
};

/// The case with a reply of the kind, or with its end without one.
inline PaperDesk replied(ReplyKind kind) {
  PaperDesk desk;
  switch (kind) {
    case ReplyKind::StillUnclear:
      desk.does("2026-11-04", CorrectionAsked{"写明年份", 10}).does("2026-11-10", CorrectionReceived{});
      break;
    case ReplyKind::Excessive:
      desk.does("2026-11-04", ReasonsAsked{}).does("2026-11-06", ReasonsGiven{"想多了解一些"});
      break;
    case ReplyKind::CorrectionLapsed:
      return desk.does("2026-11-04", CorrectionAsked{"写明年份", 5}).does("2026-11-30", Lapsed{});
    case ReplyKind::FeeLapsed:
      return desk.does("2026-11-04", FeeNotified{FeeBasis::Items, 2000}).does("2026-12-10", Lapsed{});
    default: break;
  }
  Replied reply{.kind = kind};
  if (kind == ReplyKind::GrantedInPart) {
    reply.withheld = {ReplyKind::ThirdPartyInterest, ReplyKind::ProcessInformation};
    reply.remedy = RemedyRoute::ReviewFirst;
  }
  return desk.does("2026-11-20", std::move(reply));
}

/// What an officer would say to each point, recognisable in the paper.
inline Said said_for(ReplyKind kind, bool optional_too) {
  Said said;
  for (const auto& point : rule_of(kind).points) {
    if (point.required || optional_too) said[std::string(point.key)] = "示例：所说的" + std::string(point.key);
  }
  return said;
}

inline std::string text_of(const OfficialPaper& paper) {
  std::string text = paper.title + "\n" + paper.number + "\n" + paper.addressee + "\n";
  for (const auto& [label, value] : paper.rows) text += label + "\t" + value + "\n";
  for (const auto& paragraph : paper.body) text += paragraph + "\n";
  text += paper.remedy + "\n";
  for (const auto& line : paper.contact) text += line + "\n";
  return text + paper.agency + "\n" + chinese_date(paper.date) + "\n";
}

/// A copy of the content folder's desk/ that a test may spoil.
struct CopiedContent {
  TempFolder folder;
  CopiedContent() {
    std::filesystem::copy(kContent / "desk", folder / "desk", std::filesystem::copy_options::recursive);
    std::filesystem::copy(kContent / "site.toml", folder / "site.toml");
  }
  std::string read(const Path& below) const { return disk().read(folder / below, 1 << 20).value(); }
};

}  // namespace
}  // namespace mingting
