// Commands that look: list, due, show, deadline, papers, similar; and those that handle an application up to the reply.
#include <utility>

#include "desk/told/cases/aspects.hpp"
#include "desk/told/cases/lists.hpp"
#include "desk/told/cases/sheet.hpp"
#include "desk/told/cases/steps.hpp"
#include "main/desk/program.hpp"

namespace mingting {
namespace {

constexpr int kMostDays = 1000, kMostListed = 100'000;

/// A command about one case with nothing else to say.
template <class Answer>
CLI::App& add_simple(DeskProgram& program, const char* name, const char* group, const char* what,
                     Result<Answer> (*act)(const DeskWork&, std::string_view)) {
  const auto id = std::make_shared<std::string>();
  auto& command = program.add(name, group, what, [id, act](DeskWork& work) { return act(work, *id); });
  add_id(command, *id);
  return command;
}

void add_list(DeskProgram& program) {
  struct Options {
    EntryFilter filter;
    bool open = false, finished = false;
  };
  const auto options = std::make_shared<Options>();
  auto& list = program.add("list", desk_group::kLook, "列出登记的申请、意见和来信，新的在前", [options](DeskWork& work) {
    if (options->open && options->finished) misused("--open 和 --finished 只能写一个");
    if (options->open || options->finished) options->filter.open = options->open;
    const auto& [from, to] = std::pair(options->filter.from, options->filter.to);
    if (from && to && *from > *to) misused("--from 的日期在 --to 之后");
    return list_entries(work, options->filter);
  });
  add_named(list, "--kind", options->filter.kind, kEntryKinds, "种类：application、feedback、comment、letter");
  list.add_flag("--open", options->open, "只列没有办结的");
  list.add_flag("--finished", options->finished, "只列办结的");
  list.add_option("--text", options->filter.text, "编号、姓名、内容里的一段");
  add_date(list, "--from", options->filter.from, "收到日期从这天起");
  add_date(list, "--to", options->filter.to, "收到日期到这天为止");
  add_number(list, "--limit", options->filter.limit, 1, kMostListed, "最多列几件，不写则是 50");
}

void add_due(DeskProgram& program) {
  const auto days = std::make_shared<int>(5);
  auto& due = program.add("due", desk_group::kLook, "到期的和快到期的：我方的、对方的，最急的在前", [days](DeskWork& work) {
    return due_entries(work, *days);
  });
  add_number(due, "--days", *days, 0, kMostDays, "几个工作日内到期的，不写则是 5");
}

void add_show(DeskProgram& program) {
  struct Options {
    std::string id;
    bool whole = false;
  };
  const auto options = std::make_shared<Options>();
  auto& show = program.add("show", desk_group::kLook, "一件的全部情况",
                           [options](DeskWork& work) { return show_entry(work, options->id, options->whole); });
  add_id(show, options->id);
  show.add_flag("--whole", options->whole, "姓名、证件号码、电话、地址也显示（只在办理需要时用）");
}

void add_deadline(DeskProgram& program) {
  struct Options {
    std::string id;
    bool explained = false;
  };
  const auto options = std::make_shared<Options>();
  auto& deadline = program.add("deadline", desk_group::kLook, "期限是哪天，怎样算的", [options](DeskWork& work) {
    return tell_deadline(work, options->id, options->explained);
  });
  add_id(deadline, options->id);
  deadline.add_flag("--explain", options->explained, "逐日列出：计不计，为什么");
}

void add_papers(DeskProgram& program) {
  struct Options {
    std::string id;
    bool form = false;
  };
  const auto options = std::make_shared<Options>();
  auto& papers = program.add("papers", desk_group::kLook, "列出已出具的文书；写 --out 就重新做成 PDF", [options](DeskWork& work) {
    return entry_papers(work, options->id, options->form);
  });
  add_id(papers, options->id);
  papers.add_flag("--form", options->form, "还没有申请登记表的，现在出一份");
}

void add_accept(DeskProgram& program) {
  struct Options {
    std::string id;
    std::optional<ReceiptWay> way;
  };
  const auto options = std::make_shared<Options>();
  auto& command = program.add("accept", desk_group::kHandling, "确认收到日期（信函、互联网、传真），出具登记回执",
                              [options](DeskWork& work) { return accept(work, options->id, options->way); });
  add_id(command, options->id);
  add_named(command, "--way", options->way, kReceiptWays, "登记撤销了、重新登记的：怎样收到的，日期写 --on；不写则照原来的");
}

void add_correction(DeskProgram& program) {
  struct Options {
    std::string id, what, reason, file;
    std::vector<std::string> fields;
    int days = 0;
  };
  const auto options = std::make_shared<Options>();
  auto& correct = program.add("correct", desk_group::kHandling, "告知补正（收到后 7 个工作日内，只有一次；条例第三十条）", [options](DeskWork& work) {
    return ask_correction(work, options->id, text_or_file(options->what), options->days);
  });
  add_id(correct, options->id);
  correct.add_option("--what", options->what, "要补正什么（或 @文件）")->required();
  add_number(correct, "--days", options->days, 1, kMostDays, "几个工作日内补正；不写则用 desk.toml 的 correction_period");
  auto& corrected = program.add("corrected", desk_group::kHandling, "收到补正：答复期限重新算（条例第三十条）", [options](DeskWork& work) {
    return take_correction(work, options->id, text_or_file(options->reason), fields_in(options->file, options->fields));
  });
  add_id(corrected, options->id);
  corrected.add_option("--reason", options->reason, "逾期补正的正当理由");
  corrected.add_option("--field", options->fields, "补正了什么：字段=内容，可以写几次")->allow_extra_args(false);
  corrected.add_option("--from", options->file, "补正的内容：JSON 或 TOML，字段 = 值");
}

void add_asking(DeskProgram& program) {
  struct Options {
    std::string id, what;
    ConsultationSent sent;
  };
  const auto options = std::make_shared<Options>();
  auto& ask = program.add(
      "ask-third-party", desk_group::kHandling, "征求第三方、共同制作机关、其他机关的意见（条例第三十二至三十四条）",
      [options](DeskWork& work) {
        options->sent.party = one_line(options->sent.party);
        return ask_opinion(work, options->id, options->sent, text_or_file(options->what));
      });
  add_id(ask, options->id);
  ask.add_option("--party", options->sent.party, "向谁征求")->required();
  add_named(ask, "--kind", options->sent.kind, kConsultationKinds, "third-party 第三方、joint-maker 共同制作机关、other-agency 其他机关");
  add_date(ask, "--delivered", options->sent.delivered, "对方收到征求意见书的日期（已经知道的）");
  ask.add_option("--what", options->what, "请对方就什么提意见；不写则是申请公开的信息");
}

void add_opinions(DeskProgram& program) {
  struct Options {
    std::string id;
    OpinionNews news;
    bool agrees = false, objects = false;
  };
  const auto options = std::make_shared<Options>();
  auto& answered = program.add("third-party-answered", desk_group::kHandling, "对方答复了、收到了征求意见书，或者不再等了", [options](DeskWork& work) {
    auto& news = options->news;
    if (options->agrees || options->objects) news.opinion = options->agrees ? Opinion::Agrees : Opinion::Objects;
    const int said = static_cast<int>(options->agrees) + static_cast<int>(options->objects) + static_cast<int>(news.delivered) +
                     static_cast<int>(!news.ended.empty());
    if (said != 1) misused("请写明一样：--agrees、--objects、--delivered 或者 --ended");
    news.party = one_line(news.party);
    news.ended = one_line(news.ended);
    news.reasons = text_or_file(news.reasons);
    return take_opinion(work, options->id, news);
  });
  add_id(answered, options->id);
  answered.add_option("--party", options->news.party, "哪一家；只征求了一家的不用写");
  answered.add_flag("--agrees", options->agrees, "同意公开");
  answered.add_flag("--objects", options->objects, "不同意公开");
  answered.add_option("--reasons", options->news.reasons, "对方的理由（或 @文件）");
  answered.add_flag("--no-reasons", options->news.no_reasons,
                    "第三方不同意，确实没有说明理由（条例第三十二条）");
  answered.add_flag("--delivered", options->news.delivered, "对方收到了征求意见书（15 个工作日从这天起算）");
  answered.add_option("--ended", options->news.ended, "不再等待，写明为什么");
}

void add_extend(DeskProgram& program) {
  struct Options {
    std::string id;
    Extended extended{kMostExtensionDays, ""};
    std::vector<std::string> said;
  };
  const auto options = std::make_shared<Options>();
  auto& command = program.add("extend", desk_group::kHandling, "延长答复期限，最多 20 个工作日，只有一次（条例第三十三条）", [options](DeskWork& work) {
    options->extended.approved_by = one_line(options->extended.approved_by);
    return extend(work, options->id, options->extended, said_in(options->said));
  });
  add_id(command, options->id);
  add_number(command, "--days", options->extended.working_days, 1, kMostExtensionDays, "延长几个工作日，不写则是 20");
  command.add_option("--approved-by", options->extended.approved_by, "同意延长的政府信息公开工作机构负责人")->required();
  add_said(command, options->said);
}

void add_reasons(DeskProgram& program) {
  struct Options {
    std::string id, given;
    bool ask = false;
    std::optional<Date> until;
    std::vector<std::string> said;
  };
  const auto options = std::make_shared<Options>();
  auto& reasons = program.add("reasons", desk_group::kHandling, "申请明显过多过频：要求说明理由（条例第三十五条）",
                              [options](DeskWork& work) {
                                const int said = static_cast<int>(options->ask) + static_cast<int>(!options->given.empty()) +
                                                 static_cast<int>(options->until.has_value());
                                if (said != 1) misused("请写明一样：--ask、--given 或者 --until");
                                const auto words = said_in(options->said);
                                if (options->ask) return ask_reasons(work, options->id, words);
                                if (options->until) return delay_reply(work, options->id, *options->until, words);
                                if (!words.empty()) misused("--say 只与 --ask、--until 一起写");
                                return take_reasons(work, options->id, text_or_file(options->given));
                              });
  add_id(reasons, options->id);
  reasons.add_flag("--ask", options->ask, "要求申请人说明理由");
  reasons.add_option("--given", options->given, "申请人说明的理由（或 @文件）");
  add_date(reasons, "--until", options->until, "理由合理的：延迟到哪天答复");
  add_said(reasons, options->said);
}

}  // namespace

void add_look_commands(DeskProgram& program) {
  add_list(program);
  add_due(program);
  add_show(program);
  add_deadline(program);
  add_papers(program);
  add_simple(program, "similar", desk_group::kLook, "同一申请人有没有相像的申请（条例第三十六条第（六）项）", similar_entries);
}

void add_handling_commands(DeskProgram& program) {
  add_accept(program);
  add_correction(program);
  add_asking(program);
  add_opinions(program);
  add_extend(program);
  add_reasons(program);
  add_simple(program, "paid", desk_group::kHandling, "申请人缴了费", take_payment);
}

}  // namespace mingting
