// Commands that end an application, and the one that takes a step back.
#include <fmt/format.h>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/cases/steps.hpp"
#include "main/desk/program.hpp"

namespace mingting {
namespace {

struct ReplyOptions {
  std::string id, withheld, disclosed;
  Replied replied;
  std::optional<ServiceWay> served;
  std::vector<std::string> said;
};

std::vector<ReplyKind> withheld_in(const std::string& text) {
  std::vector<ReplyKind> kinds;
  for (const auto& word : split(replace_all(text, "，", ","), ',')) {
    const auto kind = value_named(kReplyKinds, trimmed(word));
    if (!kind) misused(fmt::format("--withheld 里的“{}”不是答复种类", clean_input(word, Lines::One, 40)));
    kinds.push_back(*kind);
  }
  return kinds;
}

/// Every kind with what it must say, for the help.
std::string kinds_text() {
  std::string text = "种类（必须写明的项，用 --say 写）：";
  for (const auto& kind : kReplyKinds) {
    if (ends_without_reply(kind.value)) continue;
    text += fmt::format("\n  {}  {}", kind.key, kind.title);
    for (const auto& point : rule_of(kind.value).points) {
      text += fmt::format("\n      {}{}  {}", point.key, point.required ? "" : "（可不写）", words(point.what));
    }
  }
  return text;
}

void add_reply(DeskProgram& program) {
  const auto options = std::make_shared<ReplyOptions>();
  auto& command = program.add("reply", desk_group::kReply, "作出答复，编文号，出具答复书", [options](DeskWork& work) {
    auto said = said_in(options->said);
    if (options->served) said["served"] = named(kServiceWays, *options->served).key;
    if (!options->withheld.empty()) options->replied.withheld = withheld_in(options->withheld);
    options->replied.public_interest = text_or_file(options->replied.public_interest);
    return reply(work, options->id, options->replied, said, text_or_file(options->disclosed));
  });
  add_named(command, "KIND", options->replied.kind, kReplyKinds, "答复的种类，见下")->required();
  add_id(command, options->id);
  add_said(command, options->said);
  command.add_option("--withheld", options->withheld, "部分公开的：没有公开的部分属于哪几种，用逗号隔开");
  command.add_option("--public-interest", options->replied.public_interest, "第三方不同意而仍公开的：公共利益的理由（条例第三十二条）；另出一份告知第三方的文书");
  command.add_option("--disclosed", options->disclosed, "告知第三方决定公开哪些内容；不写则是申请公开的信息，隐去申请人的个人信息");
  add_named(command, "--remedy", options->replied.remedy, kRemedyRoutes, "部分公开的：救济途径 review-first 或 review-or-suit");
  add_named(command, "--served", options->served, kServiceWays, "打算怎样送达；internet 的要写明网上复议渠道");
  command.footer(kinds_text());
}

void add_serve(DeskProgram& program) {
  struct Options {
    std::string id;
    ServiceWay way = ServiceWay::Direct;
  };
  const auto options = std::make_shared<Options>();
  auto& command = program.add("serve", desk_group::kReply, "送达答复：签收日或者交邮日，到此办结", [options](DeskWork& work) {
    return serve(work, options->id, options->way);
  });
  add_id(command, options->id);
  add_named(command, "--way", options->way, kServiceWays, "direct 直接、through-agency 委托其他机关、post 邮政、internet 互联网")->required();
}

void add_endings(DeskProgram& program) {
  struct Options {
    std::string id, how, why;
    int step = 0;
    bool notify = false, unserved = false;
  };
  const auto options = std::make_shared<Options>();
  auto& withdrawn = program.add("withdraw", desk_group::kReply, "申请人撤回申请", [options](DeskWork& work) {
    return withdraw(work, options->id, one_line(options->how), options->unserved);
  });
  add_id(withdrawn, options->id);
  withdrawn.add_option("--how", options->how, "怎样撤回的，如 书面、电话")->required();
  withdrawn.add_flag("--unserved", options->unserved, "已经作出答复的：确定申请人在收到答复以前撤回");
  auto& lapsed = program.add("lapse", desk_group::kReply, "逾期不补正、不缴费，视为放弃申请",
                             [options](DeskWork& work) { return lapse(work, options->id, options->notify); });
  add_id(lapsed, options->id);
  lapsed.add_flag("--notify", options->notify, "另出一份处理告知书，编文号，告知申请人（法律没有要求）");
  auto& undone = program.add("undo", desk_group::kReply, "撤销记错的一步：不删除，另记一步，文书作废", [options](DeskWork& work) {
    return undo(work, options->id, options->step, one_line(options->why));
  });
  add_id(undone, options->id);
  add_number(undone, "STEP", options->step, 1, 1'000'000, "第几步（见 show）")->required();
  undone.add_option("--why", options->why, "为什么撤销")->required();
}

}  // namespace

void add_reply_commands(DeskProgram& program) {
  add_reply(program);
  add_serve(program);
  add_endings(program);
}

}  // namespace mingting
