// How the desk reads a form of content/forms.
#include "desk/agency/form_reader.hpp"

#include <limits>

#include "base/text/text.hpp"
#include "desk/agency/toml.hpp"

namespace mingting {
namespace {

/// What else stands in the list is for mingting-publish to find.
std::vector<const TomlValue*> tables_of(const TomlValue& list) {
  std::vector<const TomlValue*> tables;
  for (const auto& item : list.items) {
    if (item.kind == TomlValue::Kind::Table) tables.push_back(&item);
  }
  return tables;
}

class FormReader {
 public:
  FormReader(Complaints& complaints, DeskForm& out) : complaints_(complaints), out_(out) {}

  void read(const TomlValue& table) {
    TomlKeys keys(table, complaints_);
    out_.form.title = keys.required_text("title");
    out_.form.version = keys.text("version");
    out_.rules = keys.text("rules", "none");
    out_.form.rules = value_named(kRuleSets, out_.rules).value_or(RuleSet::None);
    out_.form.promise_days = static_cast<int>(keys.integer("promise_days", 0, 1000, 0));
    const auto* steps = keys.array("steps");
    if (steps == nullptr || steps->items.empty()) return complaints_.at(0, remark("desk-form.no-steps"));
    for (const auto* step : tables_of(*steps)) read_step(*step);
  }

 private:
  void read_step(const TomlValue& table) {
    TomlKeys keys(table, complaints_, in_table("[[steps]]"));
    FormStep step;
    step.title = keys.text("title");
    step.shown_when = condition(keys);
    if (const auto* fields = keys.array("fields")) {
      for (const auto* field : tables_of(*fields)) step.fields.push_back(read_field(*field));
    }
    out_.form.steps.push_back(std::move(step));
  }
  Field read_field(const TomlValue& table) {
    TomlKeys keys(table, complaints_, in_table("[[steps.fields]]"));
    Field field;
    field.id = keys.required_text("id");
    field.kind = keys.one_of("kind", kFieldKinds, FieldKind::Text);
    field.label = keys.required_text("label");
    field.required = keys.truth("required", false);
    field.instead = keys.texts("instead");
    field.max_length = std::numeric_limits<std::size_t>::max();  // the kiosk's bounds; what comes on paper has any length
    field.applicant = keys.truth("applicant", false);
    field.personal = keys.truth("personal", false);
    field.paper_field = keys.text("paper_field");
    field.shown_when = condition(keys);
    if (const auto* choices = keys.array("choices")) {
      for (const auto* choice : tables_of(*choices)) field.choices.push_back(read_choice(*choice));
    }
    return field;
  }
  Choice read_choice(const TomlValue& table) {
    TomlKeys keys(table, complaints_, in_table("choices"));
    Choice choice;
    choice.value = keys.required_text("value");
    choice.label = keys.required_text("label");
    return choice;
  }
  std::optional<Condition> condition(TomlKeys& keys) {
    const auto* table = keys.table("shown_when");
    if (table == nullptr) return std::nullopt;
    TomlKeys inner(*table, complaints_, in_table("shown_when"));
    Condition condition{inner.required_text("field"), {}};
    if (const auto* values = inner.array("values")) {
      for (const auto& value : values->items) condition.values.emplace_back(value.written());
    }
    return condition;
  }

  Complaints& complaints_;
  DeskForm& out_;
};

bool is_form_name(std::string_view id) {
  return id.size() <= 60 && is_plain_name(id, "-_");
}

}  // namespace

Result<DeskForm> read_desk_form(FileSystem& files, const Path& content, const std::string& id) {
  if (!is_form_name(id)) return fail(Trouble::Invalid, "desk-form.none", clean_input(id, Lines::One, 60));
  const auto shown = "forms/" + id + ".toml";
  const auto table = read_toml(files, content / "forms" / (id + ".toml"), shown);
  if (!table) return fail(table.error());
  Complaints complaints(shown);
  DeskForm read;
  read.form.id = id;
  FormReader(complaints, read).read(*table);
  if (!complaints.empty()) return complaints.error();
  return read;
}

std::vector<std::string> form_ids(FileSystem& files, const Path& content) {
  std::vector<std::string> ids;
  const auto names = files.list(content / "forms");
  if (!names) return ids;
  for (const auto& name : *names) {
    const Path file(name);
    if (file.extension() == ".toml" && is_form_name(file.stem().string())) ids.push_back(file.stem().string());
  }
  return ids;
}

const Field* field_of(const Form& form, std::string_view id) {
  for (const auto& step : form.steps) {
    for (const auto& field : step.fields) {
      if (field.id == id) return &field;
    }
  }
  return nullptr;
}

Remark complaint_in(const Form& form, const Complaint& complaint) {
  const auto* field = field_of(form, complaint.field);
  return remark("desk-form.complaint", field == nullptr ? complaint.field : field->label, complaint.field,
                doubt_in(complaint));
}

Remark doubt_in(const Complaint& complaint) { return remark("form-complaint." + complaint.code); }

}  // namespace mingting
