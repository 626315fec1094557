#include "desk/cases/convert.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desk/cases/step_taking.hpp"
#include "desk/told/case_text.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {
namespace {

constexpr std::u32string_view kHidden = U"×××";
constexpr std::size_t kManyDigits = 7;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_word(char32_t c) { return is_digit(c) || is_letter(c); }
bool is_mail(char32_t c) { return is_word(c) || c == U'@' || c == U'.' || c == U'_' || c == U'-' || c == U'+' || c == U'＠'; }

/// The length of the run at `at` whose characters satisfy `belongs`.
template <class F>
std::size_t run_at(const std::u32string& text, std::size_t at, F belongs) {
  std::size_t end = at;
  while (end < text.size() && belongs(text[end])) ++end;
  return end - at;
}

/// Numbers of people (identity, phone, account) and mail addresses, by their look.
std::u32string without_numbers(const std::u32string& text) {
  std::u32string clean;
  for (std::size_t at = 0; at < text.size();) {
    const auto mail = text.substr(at, run_at(text, at, is_mail));
    if (mail.find_first_of(U"@＠") != std::u32string::npos) {
      clean += kHidden;
      at += mail.size();
      continue;
    }
    const auto word = text.substr(at, run_at(text, at, is_word));
    const auto digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
    if (word.empty()) {
      clean += text[at++];
      continue;
    }
    clean += digits >= kManyDigits ? kHidden : std::u32string_view(word);
    at += word.size();
  }
  return clean;
}

/// Choices and consent name nobody; what the form does not know might.
bool is_personal(const Form* form, const SubmittedAnswer& answer) {
  const auto* field = form == nullptr ? nullptr : field_of(*form, answer.field);
  if (field == nullptr) return true;
  return field->personal || field->applicant || masked_value(*field, answer.value) != answer.value;
}

/// Longest first, so that a name inside an address does not break the address.
std::vector<std::string> personal_words(const Entry& entry, const Form* form) {
  std::vector<std::string> words{entry.applicant.name};
  for (const auto& answer : entry.submission.answers) {
    if (!is_personal(form, answer)) continue;
    words.push_back(answer.value);
    words.push_back(answer.display);
  }
  std::erase_if(words, [](const std::string& word) { return count_code_points(trimmed(word)) < 2; });
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

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

std::string without_personal_data(std::string_view text, const Entry& entry, const Form* form) {
  std::string clean(text);
  for (const auto& word : personal_words(entry, form)) clean = replace_all(std::move(clean), word, to_utf8(kHidden));
  return to_utf8(without_numbers(to_code_points(clean)));
}

std::string toml_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : clean_input(text, Lines::Many, 20'000)) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') quoted += "\\n";
    else if (c == '\t') quoted += "\\t";
    else quoted += c;
  }
  return quoted + "\"";
}

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

bool is_item(const DeskWork& work, const std::string& item) {
  const Path path(item);
  if (item.empty() || path.is_absolute() || !path.has_filename() || !path.has_parent_path()) return false;
  for (const auto& part : path) {
    if (part.empty() || part.string().starts_with('.')) return false;
  }
  const auto info = work.files.info(work.content / (item + ".md"));
  return info && !info->directory && !info->special;
}

std::string published_item(const std::vector<Note>& notes) {
  std::string item;
  for (const auto& note : notes) {
    const auto field = note.fields.find("item");
    if (note.name == "published" && field != note.fields.end()) item = field->second;
  }
  return item;
}

}  // namespace mingting
