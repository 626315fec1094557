// What follows from the model: when something is due next, what is left of a countdown.
#include "app/model.hpp"

#include <algorithm>

namespace mingting {
namespace {

using std::chrono::seconds;

bool in_form(const Model& model) { return std::holds_alternative<FormPage>(top_page(model)); }

seconds idle_limit(const Model& model) { return in_form(model) ? kIdleInForm : kIdle; }

/// How long the last miss makes the next look-up wait.
seconds wait_after(int misses) {
  if (misses == 0) return seconds(0);
  return std::min(seconds(60), seconds(std::int64_t{1} << std::min(misses - 1, 6)));
}

Instant look_up_at(const Model& model) { return std::min(model.look_ups.last_miss, model.now) + wait_after(model.look_ups.misses); }

/// When the seconds that a look-up still waits for next change on screen.
std::optional<Instant> next_wait_second(const Model& model) {
  const int left = look_up_wait(model);
  if (left == 0 || !std::holds_alternative<ProgressPage>(top_page(model))) return std::nullopt;
  return look_up_at(model) - seconds(left - 1);
}

/// Those whose day has come.
std::vector<const Item*> shown_of(const Model& model, const std::vector<Item>& all) {
  std::vector<const Item*> items;
  for (const auto& item : all) {
    if (!waits(item, shown_day(model))) items.push_back(&item);
  }
  return items;
}

template <class List>
auto find_by_id(const List& list, std::string_view id) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

Page::Page() = default;
Page::Page(const Page& other) = default;
Page::Page(Page&& other) noexcept = default;
Page& Page::operator=(const Page& other) = default;
Page& Page::operator=(Page&& other) noexcept = default;
Page::~Page() = default;

Visit::Visit() = default;
Visit::Visit(const Visit& other) = default;
Visit::Visit(Visit&& other) noexcept = default;
Visit& Visit::operator=(const Visit& other) = default;
Visit& Visit::operator=(Visit&& other) noexcept = default;
Visit::~Visit() = default;

Model::Model() = default;
Model::Model(const Model& other) = default;
Model::Model(Model&& other) noexcept = default;
Model& Model::operator=(const Model& other) = default;
Model& Model::operator=(Model&& other) noexcept = default;
Model::~Model() = default;

const Page& top_page(const Model& model) { return model.visit->pages.back(); }
Page& top_page(Model& model) { return model.visit->pages.back(); }

const Column* find_column(const Model& model, std::string_view id) {
  return model.hall ? find_by_id(model.hall->columns, id) : nullptr;
}

const Form* find_form(const Model& model, std::string_view id) {
  return model.hall ? find_by_id(model.hall->forms, id) : nullptr;
}

const Table* find_table(const Model& model, std::string_view id) {
  return model.hall ? find_by_id(model.hall->tables, id) : nullptr;
}

const TableView* shown_view(const Model& model, const TableViewPage& page) {
  const auto* table = find_table(model, page.table);
  return table == nullptr ? nullptr : find_table_view(*table, page.view);
}

std::string next_of_key(const Model& model, const KeyPage& page, std::string_view field) {
  const auto* table = find_table(model, page.table);
  if (table == nullptr) return {};
  const auto here = std::find(table->lookup.begin(), table->lookup.end(), field);
  return here == table->lookup.end() || here + 1 == table->lookup.end() ? std::string() : *(here + 1);
}

const Matcher* find_matcher(const Model& model, std::string_view id) {
  return model.hall ? find_by_id(model.hall->matchers, id) : nullptr;
}

const Field* find_field(const Form& form, std::string_view id) {
  for (const auto& step : form.steps) {
    if (const auto* field = find_by_id(step.fields, id)) return field;
  }
  return nullptr;
}

std::string answers_key(std::string_view form, std::string_view about_item) {
  std::string key(form);
  if (!about_item.empty()) key.append("\n").append(about_item);
  return key;
}

Instant believed_now(const Model& model) {
  return model.hall ? judge_clock(model.now, Instant{}, model.hall->times).believed : model.now;
}

Date believed_day(const Model& model) { return local_date(believed_now(model)); }

bool comment_over(const Model& model, const FormPage& page) {
  return page.last_day && local_date(believed_now(model)) > *page.last_day;
}

const Answers& answers_of(const Model& model, const FormPage& page) {
  return answers_of(model, answers_key(page.form.id, page.about_item));
}

const Answers& answers_of(const Model& model, std::string_view form) {
  static const Answers kNone;
  if (!model.visit) return kNone;
  const auto found = model.visit->answers.find(std::string(form));
  return found == model.visit->answers.end() ? kNone : found->second;
}

bool has_typed(const Model& model) {
  for (const auto& [form, answers] : model.visit->answers) {
    for (const auto& [field, value] : answers) {
      if (!value.empty()) return true;
    }
  }
  return false;
}

Instant idle_question_at(const Model& model) { return model.visit->last_touch + idle_limit(model); }

Instant next_tick(const Model& model) {
  const auto minute = std::chrono::floor<std::chrono::minutes>(model.now) + std::chrono::minutes(1);
  if (!model.visit) {
    const auto slides = (model.now - model.attract_since) / kSlide;
    return std::min<Instant>(minute, model.attract_since + kSlide * (slides + 1));
  }
  if (model.asking == Asking::StillThere) {
    const auto second = std::chrono::floor<seconds>(model.now - model.asked_at) + seconds(1);
    return model.asked_at + second;
  }
  const auto next = std::min<Instant>(minute, next_wait_second(model).value_or(minute));
  return std::min<Instant>(next, std::max(idle_question_at(model), model.now + Milliseconds(1)));
}

int look_up_wait(const Model& model) {
  const auto left = std::chrono::ceil<seconds>(look_up_at(model) - model.now);
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

int countdown(const Model& model) {
  const auto left = kCountdown - std::chrono::floor<seconds>(model.now - model.asked_at);
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

Date shown_day(const Model& model) {
  return local_date(model.hall ? std::max(model.now, model.hall->times.made) : model.now);
}

std::vector<const Item*> newest(const Model& model) { return shown_of(model, model.hall->latest); }

std::vector<const Item*> most_used(const Model& model) { return shown_of(model, model.hall->most_used); }

std::vector<const Item*> held_today(const Model& model) {
  auto items = newest(model);
  std::erase_if(items, [&](const Item* item) {
    const auto day = item->fields.find("held_on");
    return day == item->fields.end() || parse_date(day->second) != shown_day(model);
  });
  return items;
}

std::vector<const UrgentNotice*> standing_urgent(const Model& model) {
  if (!model.hall) return {};
  return standing_notices(model.hall->urgent, believed_now(model));
}

std::size_t attract_slide(const Model& model, std::size_t count) {
  if (count == 0 || model.now < model.attract_since) return 0;
  return static_cast<std::size_t>((model.now - model.attract_since) / kSlide) % count;
}

}  // namespace mingting
