// Commands for feedback and letters, for what goes back to the hall, and for the register's care.
#include "base/said/words.hpp"
#include "desk/agency/calendar_file.hpp"
#include "desk/desk_disk.hpp"
#include "desk/told/care.hpp"
#include "desk/told/cases/convert.hpp"
#include "desk/told/feedback.hpp"
#include "desk/told/hall.hpp"
#include "desk/told/uses.hpp"
#include "main/desk/program.hpp"

namespace mingting {
namespace {

void add_feedback_answer(DeskProgram& program, CLI::App& feedback) {
  struct Options {
    std::string id, text;
  };
  const auto options = std::make_shared<Options>();
  auto& answer = program.add("answer", desk_group::kFeedback, "记录答复", [options](DeskWork& work) {
    return answer_feedback(work, options->id, text_or_file(options->text));
  }, &feedback);
  add_id(answer, options->id);
  answer.add_option("--text", options->text, "答复的内容（或 @文件）")->required();
}

void add_feedback_publish(DeskProgram& program, CLI::App& feedback) {
  struct Options {
    std::string id;
    Response response;
  };
  const auto options = std::make_shared<Options>();
  auto& publish = program.add("publish", desk_group::kFeedback, "写成公开的回应（content/responses），不带个人信息", [options](DeskWork& work) {
    options->response.text = text_or_file(options->response.text);
    return publish_feedback(work, options->id, options->response, response_item);
  }, &feedback);
  add_id(publish, options->id);
  publish.add_option("--title", options->response.title, "标题；不写则用来信的标题或开头");
  publish.add_option("--text", options->response.text, "回应的内容（或 @文件）；不写则用记录的答复");
  publish.add_option("--promise", options->response.promise, "答应办什么");
  add_date(publish, "--until", options->response.promised_until, "什么时候办好");
}

void add_feedback(DeskProgram& program) {
  auto& feedback = program.add_holder("feedback", desk_group::kFeedback, "意见、留言、区长信箱：list、answer、publish");
  const auto all = std::make_shared<bool>(false);
  auto& list = program.add(
      "list", desk_group::kFeedback, "列出待答复的，先到期的在前", [all](DeskWork& work) { return list_feedback(work, *all); },
      &feedback);
  list.add_flag("--all", *all, "答复过的也列");
  add_feedback_answer(program, feedback);
  add_feedback_publish(program, feedback);
}

void add_convert(DeskProgram& program) {
  struct Options {
    std::string id, item;
  };
  const auto options = std::make_shared<Options>();
  auto& convert = program.add("convert", desk_group::kHall, "转为主动公开：写一份草稿和核对清单（条例第四十四条）", [options](DeskWork& work) -> Result<Conversion> {
    if (!options->item.empty()) return mark_converted(work, options->id, options->item);
    if (work.out.empty()) misused("请用 --out 写明草稿放在哪里，或者用 --item 写明已发布的条目");
    return convert_entry(work, options->id, disclosure_draft);
  });
  add_id(convert, options->id);
  convert.add_option("--item", options->item, "已经发布：条目的编号，如 documents/2026-road");
}

void add_uses(DeskProgram& program) {
  struct Options {
    std::optional<Date> from, to;
    std::string csv, tsv;
  };
  const auto options = std::make_shared<Options>();
  auto& uses = program.add("uses", desk_group::kHall, "大厅里什么看得多，什么在找、没有找到；不写日期则是最近一年", [options](DeskWork& work) {
    return sum_uses(work, {.from = options->from, .to = options->to, .csv = options->csv, .tsv = options->tsv}, uses_table);
  });
  add_date(uses, "--from", options->from, "从哪天起（整周计）");
  add_date(uses, "--to", options->to, "到哪天为止（整周计）");
  uses.add_option("--csv", options->csv, "写成表格（CSV）：哪个文件");
  uses.add_option("--tsv", options->tsv, "写成发布时读的次数：content/search/uses.tsv");
  uses.footer("次数随自助机的导出来，import 时收下。site.toml 写 count_uses = false，大厅就不统计");
}

void add_hall(DeskProgram& program) {
  program.add("status-feed", desk_group::kHall, "写出办理进展，供大厅查进度；--out 文件，不写则是 content/desk/status.feed", [](DeskWork& work) {
    return write_status_feed(work, work.out.empty() ? work.content / "desk" / "status.feed" : work.out, worded);
  });
  program.add("acknowledge", desk_group::kHall, "写出收讫：自助机可以清除哪些记录；--out 文件夹，不写则是 content/desk", [](DeskWork& work) {
    return write_acknowledgements(work, work.out.empty() ? work.content / "desk" : work.out);
  });
  add_convert(program);
  add_uses(program);
}

void add_calendar(DeskProgram& program) {
  struct Options {
    std::string file;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  auto& calendar = program.add("calendar", desk_group::kCare, "启用新的放假安排：列出哪些在办申请的期限移动了", [options](DeskWork& work) {
    return take_calendar(work, options->file.empty() ? calendar_file(work.content) : Path(options->file), options->replace);
  });
  calendar.add_option("FILE", options->file, "新一年的放假安排 CSV：只换里面有的年份，别的年份照旧；某年临时多放一天的，只写那一天；不写则用 content/calendar/holidays.csv");
  calendar.add_flag("--replace", options->replace, "放假日比原来少也照新的换");
}

void add_erase(DeskProgram& program) {
  struct Options {
    std::optional<Date> before;
    bool agreed = false;
  };
  const auto options = std::make_shared<Options>();
  auto& erase = program.add("erase", desk_group::kCare, "清除保存期满的个人信息，并留下记录", [options](DeskWork& work) {
    return erase_entries(work, options->before, options->agreed, worded);
  });
  add_date(erase, "--before", options->before, "办结在这天或者以前的；不写则按 desk.toml 的 retention_years");
  erase.add_flag("--yes", options->agreed, "确定清除；不写则只数有多少件");
}

}  // namespace

void add_office_commands(DeskProgram& program) {
  add_feedback(program);
  add_hall(program);
}

void add_care_commands(DeskProgram& program) {
  add_calendar(program);
  add_erase(program);
  program.add_bare(
      "check", desk_group::kCare, "检查 desk.toml、文书模板、表单、字体和放假安排；还没有登记册也能用",
      [](const CommonOptions& common) {
        const auto kiosks = kiosks_of(common);
        if (!kiosks) return Result<OfficeCheck>(fail(kiosks.error()));
        return check_office(desk_disk(), common.content, faces_of(common), law_day_of(common), *kiosks);
      });
}

}  // namespace mingting
