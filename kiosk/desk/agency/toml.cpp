// How TOML files of content/desk are read, and what is said of their keys.
#include "desk/agency/toml.hpp"

#include <algorithm>

#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kTextLimit = 1U << 20;
constexpr std::string_view kComplaints = "desk-file.complaints";

}  // namespace

void Complaints::at(int line, const Remark& what) {
  all_.push_back(line > 0 ? remark("desk-file.at", file_, line, what) : remark("desk-file.whole", file_, what));
}

tl::unexpected<Error> Complaints::error() const { return fail(Trouble::Invalid, kComplaints, all_); }

std::vector<Remark> complaints_of(const Error& error) {
  if (error.code == kComplaints) return std::get<std::vector<Remark>>(error.facts.front().value);
  return {error};
}

std::string nearest_of(std::string_view word, const std::vector<std::string>& candidates) {
  const auto wanted = to_code_points(word);
  const auto nearest =
      std::min_element(candidates.begin(), candidates.end(), [&](const std::string& a, const std::string& b) {
        return edit_distance(wanted, to_code_points(a)) < edit_distance(wanted, to_code_points(b));
      });
  return nearest == candidates.end() ? "" : *nearest;
}

Result<toml::table> read_toml(FileSystem& files, const Path& path, const std::string& shown) {
  auto bytes = files.read(path, kTextLimit);
  if (!bytes) {
    if (bytes.error().trouble != Trouble::NotFound) return fail(bytes.error().trouble, "desk-file.unreadable", shown, bytes.error());
    return fail(Trouble::NotFound, "desk-file.absent", shown);
  }
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  try {
    return parse_toml(*bytes);
  } catch (const toml::parse_error& problem) {
    return fail(Trouble::Invalid, "desk-file.malformed", shown, problem.source().begin.line, problem.description());
  }
}

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

const toml::node* TomlKeys::find(std::string_view name) {
  asked_.emplace(name);
  return table_.get(name);
}

int TomlKeys::line(std::string_view name) const {
  const auto* node = table_.get(name);
  return line_of(node != nullptr ? *node : table_);
}

void TomlKeys::complain_at(int line, const Remark& what) {
  if (place_.code.empty()) return complaints_.at(line, what);
  auto placed = place_;
  placed.facts.emplace_back(what);
  complaints_.at(line, placed);
}

std::string TomlKeys::text(std::string_view name, std::string fallback) {
  const auto* node = find(name);
  if (node == nullptr) return fallback;
  if (const auto* written = node->as_string()) return trimmed(written->get());
  complain(name, "desk-file.no-text", name);
  return fallback;
}

std::string TomlKeys::required_text(std::string_view name) {
  const auto* node = find(name);
  auto written = text(name);
  if (node == nullptr) complain_at(0, remark("desk-file.no-key", name));
  else if (node->is_string() && written.empty()) complain(name, "desk-file.empty", name);
  return written;
}

std::int64_t TomlKeys::integer(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t fallback) {
  const auto* node = find(name);
  if (node == nullptr) return fallback;
  const auto* written = node->as_integer();
  if (written != nullptr && written->get() >= least && written->get() <= most) return written->get();
  if (written == nullptr) complain(name, "desk-file.no-integer", name);
  else complain(name, "desk-file.out-of-bounds", name, written->get(), least, most);
  return fallback;
}

bool TomlKeys::truth(std::string_view name, bool fallback) {
  const auto* node = find(name);
  if (node == nullptr) return fallback;
  if (const auto* written = node->as_boolean()) return written->get();
  complain(name, "desk-file.no-truth", name);
  return fallback;
}

const toml::table* TomlKeys::table(std::string_view name) {
  const auto* node = find(name);
  if (node != nullptr && !node->is_table()) complain(name, "desk-file.no-table", name);
  return node == nullptr ? nullptr : node->as_table();
}

const toml::array* TomlKeys::array(std::string_view name) {
  const auto* node = find(name);
  if (node != nullptr && !node->is_array()) complain(name, "desk-file.no-list", name);
  return node == nullptr ? nullptr : node->as_array();
}

void TomlKeys::complain_choice(std::string_view name, const std::string& written, const std::vector<std::string>& known) {
  complain(name, "desk-file.no-choice", name, written, join(known, "、"));
}

void TomlKeys::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : table_) {
    if (asked_.contains(key.str())) continue;
    complain_at(static_cast<int>(key.source().begin.line),
                remark("desk-file.unknown-key", key.str(), nearest_of(key.str(), known)));
  }
}

}  // namespace mingting
