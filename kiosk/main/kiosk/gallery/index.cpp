// The page to look through, as HTML.
#include "main/kiosk/gallery/index.hpp"

#include <fmt/format.h>

#include "base/text/text.hpp"
#include "main/kiosk/gallery/compare.hpp"

namespace mingting::gallery {
namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>明厅画廊</title><style>
body { font: 16px/1.5 sans-serif; margin: 16px; background: #eee; color: #111 }
table { border-collapse: separate; border-spacing: 8px }
thead th { position: sticky; top: 0; background: #eee; z-index: 1; text-align: left }
tbody th { position: sticky; left: 0; background: #eee; text-align: left; vertical-align: top; min-width: 9em; max-width: 9em }
tbody th small { font-weight: normal; color: #444 }
td { vertical-align: top; background: #fff; padding: 4px }
td img { display: block; width: 216px }
td .wide { width: 384px }
td .pair { display: flex; gap: 4px }
ul { margin: 4px 0 0; padding-left: 1.2em; max-width: 384px; font-size: 13px; color: #8a1414 }
</style></head><body>
<h1>明厅画廊</h1>
)";

std::string escaped(std::string_view text) {
  return replace_all(replace_all(replace_all(replace_all(std::string(text), "&", "&amp;"), "<", "&lt;"), ">", "&gt;"), "\"",
                     "&quot;");
}

std::string picture(const std::string& file, const Look& look, const std::string& what) {
  return fmt::format(R"(<a href="{0}"><img loading="lazy" class="{1}" src="{0}" alt="{2}" title="{2}"></a>)", escaped(file),
                     look.size.width > look.size.height ? "wide" : "", escaped(what));
}

std::string findings_of(const Shown& shown) {
  if (shown.findings.empty()) return {};
  std::string items;
  for (const auto& each : shown.findings) items += fmt::format("<li>{}：{}</li>", words_of(each.check), escaped(each.about));
  return "<ul>" + items + "</ul>";
}

std::string pictures_of(const Shown& shown, const State& state, const Look& look) {
  const auto what = state.title + "，" + look.title;
  if (shown.before.empty()) return picture(shown.file, look, what);
  return fmt::format(R"(<div class="pair">{}{}{}</div>变了 {:.2f}%)", picture(shown.before, look, what + "，从前"),
                     picture(shown.file, look, what + "，现在"), picture(shown.changes, look, what + "，差别"),
                     shown.share * 100);
}

/// A state of which nothing is shown has no row.
std::string row_of(const Gallery& gallery, const State& state) {
  std::string cells;
  bool any = false;
  for (const auto& look : gallery.looks) {
    const auto found = gallery.shown.find({state.name, look.name});
    any = any || found != gallery.shown.end();
    cells += found == gallery.shown.end()
                 ? "<td></td>"
                 : fmt::format("<td>{}{}</td>", pictures_of(found->second, state, look), findings_of(found->second));
  }
  if (!any) return {};
  return fmt::format("<tr id=\"{0}\"><th>{1}<br><small>{0}</small></th>{2}</tr>\n", escaped(state.name), escaped(state.title),
                     cells);
}

std::string list_of(std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string items;
  for (const auto& line : lines) items += "<li>" + escaped(line) + "</li>\n";
  return fmt::format("<h2>{}</h2>\n<ul>{}</ul>\n", title, items);
}

std::string about(const Gallery& gallery) {
  std::size_t findings = 0;
  for (const auto& [names, shown] : gallery.shown) findings += shown.findings.size();
  if (!gallery.against)
    return fmt::format("<p>{} 张图，{} 处不合要求（红字）。点图看原样。</p>\n", gallery.shown.size(), findings);
  return fmt::format(
      "<p>与 {} 相比，变了的和新的共 {} 张：从前、现在、差别（红色）。</p>\n<p>一个像素的红、绿、蓝有一样差了 {} 以上（满分 "
      "255），算变了；"
      "变了的像素超过 {:.2f}%，这张图算变了。</p>\n",
      escaped(*gallery.against), gallery.shown.size(), kColourDiffers, kPixelsDiffer * 100);
}

std::vector<std::string> missed_lines(const Gallery& gallery) {
  std::vector<std::string> lines;
  for (const auto& each : gallery.missed)
    lines.push_back(fmt::format("{} {}x{} {}", each.visit, each.size.width, each.size.height, each.why));
  return lines;
}

}  // namespace

std::string index_page(const Gallery& gallery) {
  std::string page(kHead);
  page += about(gallery);
  page += list_of("没有走到的", missed_lines(gallery));
  page += list_of("从前有、现在没有的", gallery.gone);
  page += "<table><thead><tr><th>状态</th>";
  for (const auto& look : gallery.looks) page += fmt::format("<th>{}</th>", escaped(look.title));
  page += "</tr></thead><tbody>\n";
  for (const auto& state : gallery.states) page += row_of(gallery, state);
  return page + "</tbody></table></body></html>\n";
}

}  // namespace mingting::gallery
