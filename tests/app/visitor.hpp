// A visitor at a kiosk that is only a model: messages go in, models and effects are looked at.
#pragma once

#include <gtest/gtest.h>

#include "app/update.hpp"

namespace mingting {

inline const Instant kMorning = *parse_local_time("2026-11-23T09:00");

inline Field text_question(const std::string& id, bool required = true) {
  return {.id = id, .kind = FieldKind::Text, .label = id, .required = required, .max_length = 20};
}

/// Two steps (description; name and phone), and a step for organisations only.
inline Form small_form() {
  Form form{.id = "application", .title = "申请", .version = "1", .rules = RuleSet::Application, .next = {"{due} 前答复"}};
  auto wanted = text_question("wanted");
  wanted.kind = FieldKind::LongText;
  wanted.search = "published";
  Field kind{.id = "kind", .kind = FieldKind::Choice, .label = "kind", .required = true, .choices = {{.value = "person"}, {.value = "company"}}};
  auto name = text_question("name");
  name.personal = name.applicant = true;
  Field phone{.id = "phone", .kind = FieldKind::Phone, .label = "phone", .required = true};
  form.steps.push_back({.title = "what", .fields = {wanted, kind}});
  form.steps.push_back({.title = "company", .fields = {text_question("credit")}, .shown_when = Condition{"kind", {"company"}}});
  form.steps.push_back({.title = "who", .fields = {name, phone}});
  return form;
}

inline std::shared_ptr<Hall> small_hall(std::uint64_t release = 1) {
  auto hall = std::make_shared<Hall>();
  hall->release = release;
  hall->site.name = "示例大厅";
  hall->columns.push_back({.id = "news", .title = "新闻"});
  hall->forms.push_back(small_form());
  hall->latest.resize(3);
  return hall;
}

class Visitor {
 public:
  Visitor() {
    model.now = model.attract_since = kMorning;
    send(msg::HallLoaded{small_hall(), ""});
    send(msg::StartVisit{});
  }

  Effects send(const Msg& message) {
    auto step = update(std::move(model), message);
    model = std::move(step.model);
    last = step.effects;
    return last;
  }

  void wait(std::chrono::seconds time) {
    for (auto left = time; left.count() > 0; --left) send(msg::Tick{model.now + std::chrono::seconds(1)});
  }

  template <class T>
  const T& page() const {
    return std::get<T>(top_page(model));
  }
  template <class T>
  bool on() const {
    return model.visit && std::holds_alternative<T>(top_page(model));
  }
  template <class T>
  const T* effect() const {
    for (const auto& each : last) {
      if (const auto* wanted = std::get_if<T>(&each)) return wanted;
    }
    return nullptr;
  }

  void type(const std::string& field, const std::string& text) {
    send(msg::FocusField{field, 1000});
    send(msg::TextTyped{text});
  }

  /// Fills the form in as a person, up to the review.
  void fill_in() {
    send(msg::OpenForm{"application", "", "", ""});
    type("wanted", "道路改造方案");
    send(msg::Answered{"kind", "person"});
    send(msg::NextStep{});
    type("name", "张三丰");
    type("phone", "13800138000");
    send(msg::NextStep{});
  }

  Model model;
  Effects last;
};

}  // namespace mingting
