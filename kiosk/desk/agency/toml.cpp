#include "desk/agency/toml.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/text.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kTextLimit = 1U << 20;

}  // namespace

void Complaints::at(int line, const std::string& sentence) {
  sentences_.push_back(line > 0 ? fmt::format("{} 第 {} 行：{}", file_, line, sentence) : fmt::format("{}：{}", file_, sentence));
}

tl::unexpected<Error> Complaints::error() const { return fail(Trouble::Invalid, "{}", join(sentences_, "\n")); }

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
    if (bytes.error().trouble != Trouble::NotFound) return fail(bytes.error().trouble, "读不了 {}：{}", shown, bytes.error());
    return fail(Trouble::NotFound, "缺少 {}：请从明厅的样本 content 文件夹里拷贝一份，再照里面的说明修改", shown);
  }
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  try {
    return toml::parse(*bytes);
  } catch (const toml::parse_error& problem) {
    return fail(Trouble::Invalid, "{} 第 {} 行：写法有错，请检查引号、等号和方括号是不是英文符号、是不是成对（解析器说：{}）", shown,
                problem.source().begin.line, problem.description());
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

void TomlKeys::complain(std::string_view name, const std::string& sentence) { complaints_.at(line(name), place_ + sentence); }

std::string TomlKeys::text(std::string_view name, std::string fallback) {
  const auto* node = find(name);
  if (node == nullptr) return fallback;
  if (const auto* written = node->as_string()) return trimmed(written->get());
  complain(name, fmt::format("{} 应是文字，请用英文双引号括起来", name));
  return fallback;
}

std::string TomlKeys::required_text(std::string_view name) {
  const auto* node = find(name);
  auto written = text(name);
  if (node == nullptr) complaints_.at(0, fmt::format("{}缺少 {}，请加一行 {} = \"…\"", place_, name, name));
  else if (node->is_string() && written.empty()) complain(name, fmt::format("{} 是空的，请填写", name));
  return written;
}

std::int64_t TomlKeys::integer(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t fallback) {
  const auto* node = find(name);
  if (node == nullptr) return fallback;
  const auto* written = node->as_integer();
  if (written != nullptr && written->get() >= least && written->get() <= most) return written->get();
  if (written == nullptr) complain(name, fmt::format("{} 应是整数，不加引号", name));
  else complain(name, fmt::format("{} 是 {}，应在 {} 到 {} 之间", name, written->get(), least, most));
  return fallback;
}

bool TomlKeys::truth(std::string_view name, bool fallback) {
  const auto* node = find(name);
  if (node == nullptr) return fallback;
  if (const auto* written = node->as_boolean()) return written->get();
  complain(name, fmt::format("{} 应是 true（是）或 false（否），不加引号", name));
  return fallback;
}

const toml::table* TomlKeys::table(std::string_view name) {
  const auto* node = find(name);
  if (node != nullptr && !node->is_table()) complain(name, fmt::format("{} 应是一组键，以 [{}] 开头", name, name));
  return node == nullptr ? nullptr : node->as_table();
}

const toml::array* TomlKeys::array(std::string_view name) {
  const auto* node = find(name);
  if (node != nullptr && !node->is_array()) complain(name, fmt::format("{} 应是列表，请写成 [\"甲\", \"乙\"]", name));
  return node == nullptr ? nullptr : node->as_array();
}

void TomlKeys::complain_choice(std::string_view name, const std::string& written, const std::vector<std::string>& known) {
  complain(name, fmt::format("{} 的“{}”不认识，只能写 {}", name, written, join(known, "、")));
}

void TomlKeys::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : table_) {
    if (asked_.contains(key.str())) continue;
    complaints_.at(static_cast<int>(key.source().begin.line),
                   fmt::format("{}不认识的键 {}；最接近的是 {}，请改正或者删去", place_, key.str(), nearest_of(key.str(), known)));
  }
}

}  // namespace mingting
