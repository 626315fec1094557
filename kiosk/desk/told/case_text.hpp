// How what is in the register is told: in lists with names masked, whole where it is asked for, as text and as JSON. Every
// command tells it the same way.
#pragma once

#include <string>
#include <vector>

#include "desk/desk_work.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// A person's name masked (张*), an organisation's as it is; （匿名） for none, （已清除） after erasure.
std::string shown_applicant(const Entry& entry);
std::string shown_applicant(const Applicant& applicant);

/// 2026年12月21日（星期一）
std::string day_text(Date date);
/// As above, with 暂定 where a year's notice is missing.
std::string deadline_text(const Deadline& deadline);
/// 还有 3 个工作日; 今天到期; 已过 2 个工作日.
std::string left_text(int working_days);
/// 作出答复并送达：2026年12月21日（星期一）以前，还有 20 个工作日（我方）
std::string next_text(const NextStep& next, const WorkCalendar& calendar, Date today);

/// Where an entry stands in two words: a phase for applications, else 待答复 or 已答复.
std::string state_text(const Entry& entry, const Case& one);
/// Standing as lines: 状态, 期限, 接下来.
LabelledLines standing_lines(const Case& one, const Reckoning& with, Date today);
/// "3  2026年11月24日  发出补正告知  张示例"; void ones are marked.
std::string step_text(const Step& step, int number, bool in_force);
/// One stored field of a step or note in words: 补正期限……; keys of tables by their titles, days in Chinese.
std::string field_title(const std::string& field);
std::string field_value(const std::string& step, const std::string& field, const std::string& value);
/// Names of notes and of their fields in words: 答复.
std::string note_word(const std::string& key);
/// The step's own facts in words: 补正期限 15 个工作日；……; "" when there are none.
std::string step_details(const StepWhat& what);

OrderedJson entry_json(const Entry& entry);  ///< names masked
OrderedJson deadline_json(const std::optional<Deadline>& deadline);
OrderedJson next_json(const std::vector<NextStep>& next);
OrderedJson standing_json(const Standing& standing);
OrderedJson step_json(const Step& step, int number, bool in_force);
OrderedJson document_json(const IssuedDocument& document);

/// The title of a paper's kind: 补正告知书.
std::string document_title(const std::string& kind);
/// 补正告知书 南公开补〔2026〕1号
std::string document_text(const IssuedDocument& document);

}  // namespace mingting
