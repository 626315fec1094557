// Tries every template with a made-up case, before a real applicant needs it.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/edit_distance.hpp"
#include "desk/agency/toml.hpp"
#include "desk/papers/documents.hpp"
#include "desk/papers/places.hpp"
#include "desk/papers/template_names.hpp"
#include "desk/papers/templates.hpp"

namespace mingting {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kSampleText = "（示例）";
constexpr Date kFirst = 2026y / 3 / 2;  // a Monday

/// Steps of the sample case, each as lawful as a real one.
class Sample {
 public:
  Sample() { does(0, Arrived{}); }

  Sample& does(int days_later, StepWhat what) {
    const Date on{std::chrono::sys_days{kFirst} + std::chrono::days{days_later}};
    auto after = record(one_, {on, "示例一", start_of(on) + std::chrono::hours{10}, std::move(what)}, {calendar_, {}});
    if (after) one_ = std::move(*after);
    return *this;
  }
  const Case& one() const { return one_; }
  const WorkCalendar& calendar() const { return calendar_; }

 private:
  WorkCalendar calendar_;
  Case one_;
};

Sample sample_of(ReplyKind kind) {
  Sample sample;
  switch (kind) {
    case ReplyKind::StillUnclear: sample.does(2, CorrectionAsked{"示例", 15}).does(8, CorrectionReceived{}); break;
    case ReplyKind::Excessive: sample.does(2, ReasonsAsked{}).does(4, ReasonsGiven{"示例"}); break;
    case ReplyKind::CorrectionLapsed: return sample.does(2, CorrectionAsked{"示例", 5}).does(20, Lapsed{});
    case ReplyKind::FeeLapsed: return sample.does(2, FeeNotified{FeeBasis::Items, 2000}).does(60, Lapsed{});
    case ReplyKind::Withdrawn: return sample.does(2, WithdrawnByApplicant{"示例"});
    default: break;
  }
  Replied reply{.kind = kind};
  if (kind == ReplyKind::GrantedInPart) {
    reply.withheld = {ReplyKind::ThirdPartyInterest};
    reply.remedy = RemedyRoute::ReviewFirst;
  }
  return sample.does(9, std::move(reply));
}

Sample sample_of(DocumentKind kind, ConsultationKind to) {
  Sample sample;
  switch (kind) {
    case DocumentKind::CorrectionNotice: return sample.does(2, CorrectionAsked{"示例", 15});
    case DocumentKind::ExtensionNotice: return sample.does(9, Extended{20, "示例二"});
    case DocumentKind::ThirdPartyLetter: return sample.does(2, ConsultationSent{to, "示例有限公司", std::nullopt});
    case DocumentKind::FeeNotice: return sample.does(2, FeeNotified{FeeBasis::Items, 2000});
    case DocumentKind::ReasonsRequest: return sample.does(2, ReasonsAsked{});
    case DocumentKind::DelayNotice:
      return sample.does(2, ReasonsAsked{}).does(4, ReasonsGiven{"示例"}).does(5, ReplyDelayed{kFirst + std::chrono::years{1}});
    case DocumentKind::PublicInterestNotice:
      return sample.does(2, ConsultationSent{ConsultationKind::ThirdParty, "示例有限公司", std::nullopt})
          .does(4, ConsultationAnswered{2, Opinion::Objects, "示例"})
          .does(9, Replied{.kind = ReplyKind::Granted, .public_interest = "示例"});
    default: return sample;
  }
}

Entry sample_entry() {
  Entry entry;
  entry.number = "NM-D01-20260302-0001-X";
  entry.applicant = {ApplicantKind::Person, "张示例", "示例", "示例路2025年改造方案"};
  entry.submission.answers = {{"name", "姓名", "张示例", "张示例"}, {"description", "信息内容", "示例", "示例"}};
  return entry;
}

/// Everything an officer can say, or only what must be said for this kind of reply and, for other papers, what has no other
/// source.
Said sample_said(DocumentKind kind, std::optional<ReplyKind> reply, bool all) {
  Said said;
  if (kind == DocumentKind::FeeNotice) return {{"counted", std::string(kSampleText)}, {"how_to_pay", std::string(kSampleText)}};
  if (!reply) return said;
  for (const auto& point : rule_of(*reply).points) {
    if (all || point.required) said.emplace(point.key, kSampleText);
  }
  return said;
}

class Check {
 public:
  Check(FileSystem& files, const Path& content) : files_(files), content_(content) {
    auto office = read_office(files, content);
    if (office) office_ = std::move(*office);
    known_office_ = office.has_value();
  }

  void try_all() {
    for (const auto& kind : kDocumentKinds) {
      if (kind.value == DocumentKind::Reply) continue;
      const bool letter = kind.value == DocumentKind::ThirdPartyLetter;
      for (const auto& to : kConsultationKinds) {
        if (!letter && to.value != ConsultationKind::ThirdParty) continue;
        try_one(kind.value, std::nullopt, sample_of(kind.value, to.value));
      }
    }
    for (const auto& kind : kReplyKinds) {
      if (kind.value != ReplyKind::Withdrawn) try_one(DocumentKind::Reply, kind.value, sample_of(kind.value));
    }
    try_general();
    try_strangers();
  }
  std::vector<Remark> problems() && { return std::move(problems_); }

 private:
  void add(Remark problem) {
    if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) problems_.push_back(std::move(problem));
  }
  void add(const Error& error) {
    for (auto& each : complaints_of(error)) add(std::move(each));
  }

  void try_one(DocumentKind kind, std::optional<ReplyKind> reply, const Sample& sample) {
    const auto name = template_name(files_, content_, kind, sample.one());
    used_.push_back(name + ".toml");
    const auto paper = read_template(files_, content_, name);
    if (!paper) return add(paper.error());
    if (reply) check_points(*paper, *reply);
    if (!known_office_)
      return;  // what a paper lacks then follows from the office's own files, and is said of them
    const auto key = std::string(named(kDocumentKinds, kind).key);
    const bool numbered = known_office_ ? office_.number_prefixes.contains(key) : paper->numbered;
    const Entry entry = sample_entry();
    for (const bool all : {true, false}) {
      const PaperSource source{office_, entry, sample.one(), sample.calendar(), sample_said(kind, reply, all), ""};
      const auto made = compose_paper(files_, content_, kind, source, numbered ? "示例〔2026〕1号" : "", sample.one().latest);
      if (made) continue;
      const Error& error = made.error();
      const bool names_file = !error.facts.empty() && error.facts.front() == Fact(paper->file);
      add(names_file ? Remark(error) : remark("desk-file.whole", paper->file, error));
    }
  }

  /// What the law wants said must have its place, also when an office has rewritten the template.
  void check_points(const PaperTemplate& paper, ReplyKind kind) {
    const auto places = places_of(paper);
    if (places.contains(std::string(kAllPoints))) return;
    for (const auto& point : rule_of(kind).points) {
      const auto* place = find_said(point.key);
      if (!point.required || place == nullptr || places.contains(std::string(place->name))) continue;
      add(remark("paper-making.no-place", paper.file, place->name, remark(point.what)));
    }
  }

  /// The general template waits until a reply has none of its own.
  void try_general() {
    const std::string name = "reply";
    if (std::find(used_.begin(), used_.end(), name + ".toml") != used_.end()) return;
    if (!files_.exists(content_ / "desk" / "templates" / (name + ".toml"))) return;
    if (const auto paper = read_template(files_, content_, name); !paper) add(paper.error());
  }

  /// A misspelt file name would silently never be used.
  void try_strangers() {
    const Path folder = content_ / "desk" / "templates";
    const auto names = files_.list(folder);
    if (!names) return;
    auto known = used_;
    for (const auto& kind : kReplyKinds) known.push_back(fmt::format("reply-{}.toml", kind.key));
    known.emplace_back("reply.toml");
    for (const auto& name : *names) {
      if (name.starts_with(".") || !name.ends_with(".toml")) continue;
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      add(remark("paper-making.stranger", name, nearest_word(name, known)));
    }
  }

  FileSystem& files_;
  const Path& content_;
  Office office_;
  bool known_office_ = false;
  std::vector<std::string> used_;
  std::vector<Remark> problems_;
};

}  // namespace

std::vector<Remark> check_templates(FileSystem& files, const Path& content) {
  Check check(files, content);
  check.try_all();
  return std::move(check).problems();
}

}  // namespace mingting
