// What does a visitor meet, and how is a form filled in?
#include "app/visitor.hpp"

namespace mingting {

Field text_question(const std::string& id, bool required) {
  return {.id = id, .kind = FieldKind::Text, .label = id, .required = required, .max_length = 20};
}

Form small_form() {
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

std::shared_ptr<Hall> small_hall(std::uint64_t release) {
  auto hall = std::make_shared<Hall>();
  hall->release = release;
  hall->site.name = "示例大厅";
  hall->columns.push_back({.id = "news", .title = "新闻"});
  hall->forms.push_back(small_form());
  hall->latest.resize(3);
  return hall;
}

Visitor::Visitor() {
  model.now = model.attract_since = kMorning;
  send(msg::HallLoaded{small_hall(), ""});
  send(msg::StartVisit{});
}

Effects Visitor::send(const Msg& message) {
  auto step = update(std::move(model), message);
  model = std::move(step.model);
  last = step.effects;
  return last;
}

void Visitor::wait(std::chrono::seconds time) {
  for (auto left = time; left.count() > 0; --left) send(msg::Tick{model.now + std::chrono::seconds(1)});
}

void Visitor::type(const std::string& field, const std::string& text) {
  send(msg::FocusField{field, 1000});
  send(msg::TextTyped{text});
}

void Visitor::fill_in() {
  send(msg::OpenForm{"application", "", "", ""});
  type("wanted", "道路改造方案");
  send(msg::Answered{"kind", "person"});
  send(msg::NextStep{});
  type("name", "张三丰");
  type("phone", "13800138000");
  send(msg::NextStep{});
}

}  // namespace mingting
