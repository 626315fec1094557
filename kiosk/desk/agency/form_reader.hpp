// A form of content/forms as the desk needs it: its questions and checks. What the kiosk alone shows is passed over;
// mingting-publish is where forms are checked.
#pragma once

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/form/form.hpp"

namespace mingting {

struct DeskForm {
  Form form;
  std::string rules;  ///< application, feedback, comment, letter, none: as written in the file
};

/// CONTENT/forms/ID.toml. Errors: no such form, not TOML (with its line), a field without id or of an unknown kind.
Result<DeskForm> read_desk_form(FileSystem& files, const Path& content, const std::string& id);
/// Ids of the forms there are.
std::vector<std::string> form_ids(FileSystem& files, const Path& content);
/// Null when the form has no such field.
const Field* field_of(const Form& form, std::string_view id);

/// What is wrong with an answer, for the desk: 联系电话（phone）：电话号码不对……
Remark complaint_in(const Form& form, const Complaint& complaint);
/// The same without naming the field.
Remark doubt_in(const Complaint& complaint);

}  // namespace mingting
