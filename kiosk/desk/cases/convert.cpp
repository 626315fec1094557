#include "desk/cases/convert.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desk/entries/finding.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/published.hpp"
#include "desk/papers/documents.hpp"
#include "desk/told/case_text.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {
namespace {

// ---- the draft ------------------------------------------------------------------------------------------------------

/// The last reply that stands.
std::optional<OfficialPaper> last_reply(const std::vector<IssuedDocument>& papers) {
  std::optional<OfficialPaper> last;
  for (const auto& paper : papers) {
    if (paper.kind != named(kDocumentKinds, DocumentKind::Reply).key || paper.is_void) continue;
    if (auto read = paper_from_json(paper.content)) last = std::move(*read);
  }
  return last;
}

struct Draft {
  std::string item, review;
};

std::string draft_item(const DeskWork& work, const FoundCase& found, const std::optional<OfficialPaper>& reply,
                       const Form* form) {
  const auto clean = [&](std::string_view text) { return without_personal_data(text, found.entry, form); };
  const auto wanted = clean(found.entry.applicant.wanted);
  const auto kind = found.one.outcome ? std::string(reply_title(*found.one.outcome)) : "";
  auto text = fmt::format(
      "+++\n# 草稿：由依申请公开转为主动公开（条例第四十四条）。照核对清单改好、去掉【草稿】和这一行，才能放进 content/\n"
      "title = {}\nsummary = {}\nissuer = {}\ndisclosure = \"主动公开\"\nlegal_basis = "
      "\"《政府信息公开条例》第四十四条\"\n+++\n\n",
      toml_quoted("【草稿】" + fitted(wanted, 60)), toml_quoted(fitted(wanted, 100)), toml_quoted(work.office.agency));
  text += fmt::format("## 申请人问的\n\n{}\n\n## 答复的内容\n\n{}\n", wanted, reply ? "" : kind);
  if (reply) {
    for (const auto& paragraph : reply->body) text += "\n" + clean(paragraph) + "\n";
  }
  return text;
}

std::string review_list(const FoundCase& found, const std::optional<OfficialPaper>& reply) {
  const auto outcome = found.one.outcome ? reply_title(*found.one.outcome) : "";
  return fmt::format(
      "# 转为主动公开的核对清单（条例第四十四条）\n\n申请：第 {} 件；结果：{}{}\n\n"
      "- [ ] 属于应当主动公开的范围（条例第十九至二十一条），或者多人申请同一信息\n"
      "- [ ] 不属于第十四、十五、十六条的情形；部分公开的，没有公开的部分不在里面\n"
      "- [ ] 通读全文：没有姓名、住址、电话、证件号码，也看不出是谁申请的（程序只能去掉它认得出的）\n"
      "- [ ] 没有第三方的商业秘密、个人隐私；征求过意见的，对方同意公开\n"
      "- [ ] 信息现在仍然准确、有效；有文号、索引号、成文日期的补上\n"
      "- [ ] 标题、摘要改成大家看得懂的话，去掉【草稿】\n"
      "- [ ] 放进合适的栏目，运行 mingting-publish check\n"
      "- [ ] 发布以后运行 mingting-desk convert {} --item 条目编号，申请人查进度时就能看到\n",
      found.entry.id, outcome, reply ? "" : "（登记册里没有答复书）", found.entry.id);
}

Result<void> write_draft(const DeskWork& work, const Draft& draft, const Path& item, const Path& review) {
  if (auto made = work.files.make_folders(work.out); !made) return made;
  return write_durably(work.files, item, draft.item, Access::Owner).and_then([&] {
    return write_durably(work.files, review, draft.review, Access::Owner);
  });
}

}  // namespace

Answered convert_entry(const DeskWork& work, std::string_view id) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  if (found->entry.kind != EntryKind::Application) return refused("只有信息公开申请才转为主动公开；意见和来信的答复用 feedback publish 发布");
  if (!found->one.reply) return refused("还没有作出答复，不能转为主动公开");
  if (found->entry.erased) return refused("内容已按保存期限清除");
  const auto papers = work.book.documents(found->entry.id);
  if (!papers) return fail(papers.error());
  const auto form = read_desk_form(work.files, work.content, found->entry.submission.form);
  const auto reply = last_reply(*papers);
  const Draft draft{draft_item(work, *found, reply, form ? &form->form : nullptr), review_list(*found, reply)};
  const auto item = work.out / fmt::format("disclosure-{}.md", found->entry.id);
  const auto review = work.out / fmt::format("disclosure-{}-review.md", found->entry.id);
  if (auto written = write_draft(work, draft, item, review); !written) return fail(written.error());
  return CommandAnswer{true,
                       fmt::format("已写好草稿 {}\n核对清单 {}\n请照清单逐项核对，改好再放进 content/。程序去掉了它认得出的个人信息，其余要人来看\n",
                                   item.string(), review.string()),
                       json_text({{"ok", true}, {"id", found->entry.id}, {"item", item.string()}, {"review", review.string()}})};
}

Answered mark_converted(const DeskWork& work, std::string_view id, const std::string& item) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto name = trimmed(clean_input(item, Lines::One, 200));
  if (!is_item(work, name)) {
    return refused(fmt::format("没有记：{} 里没有条目“{}”（{}.md）。请写条目的编号，如 documents/2026-road，不带 .md", work.content.string(), name, name));
  }
  const Note note{work.on, work.clerk.name, work.clerk.now, "published", {{"item", name}}};
  if (auto noted = work.book.note(found->entry.id, note, false); !noted) return refused_or_failed(noted.error());
  return CommandAnswer{true, fmt::format("已记录：第 {} 件的信息已作为 {} 发布\n", found->entry.id, name),
                       json_text({{"ok", true}, {"id", found->entry.id}, {"item", name}})};
}

}  // namespace mingting
