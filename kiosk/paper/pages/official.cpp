// An official paper from its values to its PDF.
#include "paper/pages/official.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text/text.hpp"
#include "paper/pages/official_layout.hpp"
#include "paper/pdf/pdf_writer.hpp"

namespace mingting {
namespace {

constexpr double mm(double millimetres) { return millimetres * kPointsPerMillimetre; }

// GB/T 9704-2012 5.2: a field of 156 by 225 mm, 37 mm from the head and 28 mm from the left; 22 lines of 28 characters.
const OfficialShape kLetter{.grid = {.width = kA4Width,
                                     .height = kA4Height,
                                     .left = mm(28),
                                     .right = mm(26),
                                     .top = mm(37),
                                     .bottom = mm(35),
                                     .later_top = mm(37),
                                     .body = {15.79, mm(225) / 22, Weight::Regular}},
                            .title = {22, 33, Weight::Bold},
                            .number = {15.79, mm(225) / 22, Weight::Regular},
                            .contact = {12, 19, Weight::Regular},
                            .foot = {10.5, 15, Weight::Regular},
                            .seal_room = 1.6 * mm(225) / 22};

const OfficialShape kForm{.grid = {.width = kA4Width,
                                   .height = kA4Height,
                                   .left = mm(25),
                                   .right = mm(25),
                                   .top = mm(24),
                                   .bottom = mm(25),
                                   .later_top = mm(24),
                                   .label_column = 112,
                                   .row_padding = 5.5,
                                   .label = {12, 18, Weight::Regular},
                                   .body = {12, 18, Weight::Regular},
                                   .strong = {12, 18, Weight::Bold}},
                          .title = {20, 30, Weight::Bold},
                          .number = {12, 20, Weight::Regular},
                          .contact = {10.5, 17, Weight::Regular},
                          .foot = {9.5, 14, Weight::Regular},
                          .seal_room = 26};

/// 5.2.3 lets an office set a paper closer, here by a part from 0 to 1. Done only as far as it saves a page, so that a letter
/// does not run over by three lines.
OfficialShape closer(OfficialShape shape, bool form, double part) {
  const auto nearer = [part](double& value, double least) { value -= part * (value - least); };
  nearer(shape.grid.body.leading, form ? 17 : 25.2);
  nearer(shape.grid.row_padding, 2.6);
  nearer(shape.number.leading, form ? 18 : 25.2);
  nearer(shape.seal_room, form ? 14 : 30);
  nearer(shape.contact.size, form ? 10 : 10.5);
  nearer(shape.contact.leading, form ? 14 : 15.5);
  if (form) nearer(shape.grid.top, mm(20));
  shape.grid.label.leading = shape.grid.strong.leading = shape.grid.body.leading;
  if (form) shape.grid.later_top = shape.grid.top;
  return shape;
}
constexpr double kRule = 0.7;

/// Running text of a form is set wider than its table.
TypeStyle text_style(const OfficialPage& page, const OfficialShape& shape) {
  TypeStyle style = shape.grid.body;
  if (!page.rows.empty()) style.leading += 2;
  return style;
}

/// The lines of all paragraphs, and how many must stand together from each on: no first line alone at the foot of a page, no
/// last line alone at the head of the next.
struct BodyLine {
  Line line;
  double together = 0;  ///< lines
};

void add_paragraph(const Composer& page, std::string_view text, const TypeStyle& style, std::vector<BodyLine>& body) {
  for (const auto& part : split(text, '\n')) {
    if (trimmed(part).empty()) continue;
    auto lines = page.lines("　　" + trimmed(part), style, page.grid().measure());
    const auto count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
      const bool joins = i + 2 == count || (i == 0 && count > 1);
      body.push_back({std::move(lines[i]), joins ? (count == 3 ? 3.0 - static_cast<double>(i) : 2.0) : 1.0});
    }
  }
}

std::vector<BodyLine> body_lines(const Composer& page, const OfficialPage& paper, const TypeStyle& style) {
  std::vector<BodyLine> body;
  for (const auto& paragraph : paper.body) add_paragraph(page, paragraph, style, body);
  add_paragraph(page, paper.remedy, style, body);
  return body;
}

void put_centred(Composer& page, const Line& line, const TypeStyle& style) {
  page.put(page.grid().left + (page.grid().measure() - line.width) / 2, page.y(), line, style);
  page.skip(style.leading);
}

void put_head(Composer& page, const OfficialPage& paper, const OfficialShape& shape) {
  for (const Line& line : title_lines(page, paper.title, paper.agency, shape.title)) put_centred(page, line, shape.title);
  page.skip(0.35 * shape.title.leading);
  if (!paper.number.empty()) {
    for (const Line& line : page.lines(paper.number, shape.number, page.grid().measure())) put_centred(page, line, shape.number);
    page.skip(0.2 * shape.number.leading);
  }
  if (paper.rows.empty()) {
    page.rule(kRule);
    page.skip(shape.number.leading);
  }
  if (paper.addressee.empty()) return;
  page.paragraph(page.grid().left, page.grid().measure(), paper.addressee, text_style(paper, shape));
  if (!paper.rows.empty()) page.skip(6);
}

// ---- what ends the paper --------------------------------------------------------------------------------------------

/// At the foot, with the contact: which characters no face has.
void note_missing(const PaperFaces& faces, OfficialPage& paper, const Wording& wording) {
  std::string all = paper.title + paper.number + paper.addressee + paper.remedy + paper.agency + join(paper.body, "") +
                    join(paper.contact, "");
  for (const auto& [label, value] : paper.rows) all += label + value;
  const auto codes = missing_codes(faces, all);
  if (!codes.empty()) paper.contact.push_back(wording(remark("printed-page.missing-characters", join(codes, "、"))));
}

struct Tail {
  std::vector<Line> agency, contact;
  double sign_height = 0, contact_height = 0;
  double height() const { return sign_height + contact_height; }
};

Tail tail_of(const Composer& page, const OfficialPage& paper, const OfficialShape& shape) {
  Tail tail;
  const TypeStyle style = text_style(paper, shape);
  if (!paper.agency.empty()) {
    tail.agency = page.lines(paper.agency, style, page.grid().measure());
    tail.sign_height = shape.seal_room + static_cast<double>(tail.agency.size() + 1) * style.leading;
  }
  for (const auto& words : paper.contact) {
    for (Line& line : page.lines(words, shape.contact, page.grid().measure())) tail.contact.push_back(std::move(line));
  }
  if (!tail.contact.empty()) tail.contact_height = 22 + static_cast<double>(tail.contact.size()) * shape.contact.leading;
  return tail;
}

/// 7.3.5: the date four characters from the edge, the agency centred above it but never beyond the edge.
void put_signature(Composer& page, const Tail& tail, const OfficialPage& paper, const OfficialShape& shape) {
  if (tail.agency.empty()) return;
  const Grid& grid = page.grid();
  const TypeStyle style = text_style(paper, shape);
  const Line date = page.lines(chinese_date(paper.date), style, grid.measure()).front();
  const double edge = grid.left + grid.measure(), date_x = edge - 4 * style.size - date.width;
  page.skip(shape.seal_room);
  for (const Line& line : tail.agency) {
    page.put(std::max(grid.left, std::min(date_x + (date.width - line.width) / 2, edge - line.width)), page.y(), line, style);
    page.skip(style.leading);
  }
  page.put(date_x, page.y(), date, style);
  page.skip(style.leading);
}

/// Whom to ask: at the foot of the last page, under a rule.
void put_contact(Composer& page, const Tail& tail, const OfficialShape& shape) {
  if (tail.contact.empty()) return;
  page.move_to(std::max(page.y(), page.limit() - tail.contact_height) + 14);
  page.rule(kRule);
  page.skip(7);
  for (const Line& line : tail.contact) {
    page.put(page.grid().left, page.y(), line, shape.contact);
    page.skip(shape.contact.leading);
  }
}

void put_body(Composer& page, const std::vector<BodyLine>& body, const TypeStyle& style, double tail) {
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto rest = static_cast<double>(body.size() - i);
    const bool near_end = rest <= 2;
    page.need(near_end ? rest * style.leading + tail : std::min(body[i].together, rest) * style.leading);
    page.put(page.grid().left, page.y(), body[i].line, style);
    page.skip(style.leading);
  }
}

/// The pages of one paper find back together: each says its number and which it is of how many.
void number_pages(const PaperFaces& faces, const OfficialPage& paper, const OfficialShape& shape, const Wording& wording,
                  std::vector<Sheet>& sheets) {
  if (sheets.size() < 2) return;
  const Grid& grid = shape.grid;
  const double baseline = grid.height - grid.bottom + mm(10) + shape.foot.size;
  const auto put = [&](Sheet& sheet, double x, const Line& line) {
    sheet.runs.push_back({x, baseline, shape.foot.size, shape.foot.weight, line.text, 0});
  };
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto number = wording(remark("printed-page.number", i + 1, sheets.size()));
    const auto page = set_lines(faces, number, shape.foot, grid.measure()).front();
    put(sheets[i], grid.left + grid.measure() - page.width, page);
    const std::string& which = paper.number.empty() ? paper.title : paper.number;
    put(sheets[i], grid.left, set_lines(faces, which, shape.foot, grid.measure() - page.width - 24).front());
  }
}

constexpr double kVoidSize = 170, kVoidTurn = 35, kVoidGrey = 0.8;

/// Grey and behind the text, which stays readable.
void mark_void(const PaperFaces& faces, std::vector<Sheet>& sheets) {
  const std::u32string words = printable(faces, "作废");
  const double width = text_width(faces.impl(), words, Weight::Bold, kVoidSize);
  const double angle = kVoidTurn * std::numbers::pi / 180;
  for (Sheet& sheet : sheets) {
    // The middle of the words, 0.38 em above their baseline, falls on the middle of the page.
    const double along = width / 2, up = 0.38 * kVoidSize;
    TextRun run{sheet.width / 2 - along * std::cos(angle) + up * std::sin(angle),
                sheet.height / 2 + along * std::sin(angle) + up * std::cos(angle), kVoidSize, Weight::Bold, words, 0};
    run.turn = kVoidTurn;
    run.grey = kVoidGrey;
    sheet.runs.insert(sheet.runs.begin(), std::move(run));
  }
}

/// Titles longer than this part of the line are broken after the agency.
constexpr double kFullTitle = 0.8;

std::vector<Sheet> set_paper(const PaperFaces& faces, const OfficialPage& paper, const OfficialShape& shape) {
  Composer page(faces, shape.grid, {paper.agency});
  const TypeStyle style = text_style(paper, shape);
  const auto body = body_lines(page, paper, style);
  const Tail tail = tail_of(page, paper, shape);
  put_head(page, paper, shape);
  if (!paper.rows.empty()) {
    put_table(page, paper.rows, body.empty() ? tail.height() : 0);
    if (!body.empty()) page.skip(10);
  }
  put_body(page, body, style, tail.height());
  if (paper.rows.empty() && body.empty()) page.need(tail.height());
  put_signature(page, tail, paper, shape);
  put_contact(page, tail, shape);
  return std::move(page).finish();
}

}  // namespace

std::vector<Line> title_lines(const Composer& page, std::string_view title, std::string_view agency, const TypeStyle& style) {
  const double measure = page.grid().measure();
  auto lines = page.lines(title, style, measure);
  if (lines.size() == 1 && (agency.empty() || lines[0].width < kFullTitle * measure)) return lines;
  if (!agency.empty() && title.starts_with(agency) && title.size() > agency.size()) {
    auto above = title_lines(page, agency, "", style), below = title_lines(page, title.substr(agency.size()), "", style);
    if (above.size() + below.size() <= std::max<std::size_t>(lines.size(), 3)) {
      std::move(below.begin(), below.end(), std::back_inserter(above));
      lines = std::move(above);
    }
  } else {
    lines = page.lines(title, style, measure, Fill::Balanced);
  }
  for (Line& line : lines) line.spacing = 0;
  return lines;
}

Result<std::string> official_pdf(const PaperFaces& faces, OfficialPage paper, const Wording& wording) {
  note_missing(faces, paper, wording);
  const bool form = !paper.rows.empty();
  OfficialShape shape = form ? kForm : kLetter;
  auto sheets = set_paper(faces, paper, shape);
  for (const double part : {0.5, 1.0}) {
    if (sheets.size() == 1) break;
    const OfficialShape close = closer(form ? kForm : kLetter, form, part);
    auto fewer = set_paper(faces, paper, close);
    if (fewer.size() < sheets.size()) sheets = std::move(fewer), shape = close;
  }
  number_pages(faces, paper, shape, wording, sheets);
  if (paper.is_void) mark_void(faces, sheets);
  const std::string name = paper.number.empty() ? paper.title : paper.title + " " + paper.number;
  return write_pdf(faces, sheets, {name, "zh-CN", start_of(paper.date)});
}

}  // namespace mingting
