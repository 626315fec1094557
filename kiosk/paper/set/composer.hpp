// Sets text on sheets from top to bottom: a cursor, a column of labels, a column of values, hairlines, and the next page when
// one is full.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/face/faces.hpp"
#include "paper/set/sheet.hpp"
#include "paper/set/typeset.hpp"

namespace mingting {

/// The measures of one kind of paper. Points.
struct Grid {
  double width = 0;
  double height = 0;  ///< 0: as long as the text needs
  double left = 0, right = 0, top = 0, bottom = 0;  ///< margins
  double later_top = 0;      ///< the upper margin from the second page on
  double label_column = 0;   ///< width of the labels; values stand right of it
  double number_column = 0;  ///< width of the numbers before the steps
  double row_padding = 0;    ///< above and below each row's text
  TypeStyle label, body, strong, note;

  double measure() const { return width - left - right; }
  double label_measure() const { return label_column - 0.6 * label.size; }
  double value_left() const { return left + label_column; }
  double value_measure() const { return measure() - label_column; }
};

struct Row {
  std::string label;
  std::string value;
  std::string note;  ///< smaller, under the value
  bool strong = false;
};

class Composer {
 public:
  /// The names stand on one line each where they can.
  Composer(const PaperFaces& faces, const Grid& grid, const std::vector<std::string>& names = {});

  const Grid& grid() const { return grid_; }
  PaperFaces::Impl& faces() const { return faces_.impl(); }
  std::u32string printable_text(std::string_view text) const { return printable(faces_, text); }
  Sheet& sheet() { return sheets_.back(); }
  double y() const { return y_; }
  void move_to(double y) { y_ = y; }
  void skip(double height) { y_ += height; }
  /// Where text must end on this page.
  double limit() const;
  /// Turns the page unless this much still fits below the cursor.
  void need(double height);
  void turn_page();

  std::vector<Line> lines(std::string_view text, const TypeStyle& style, double measure, Fill fill = Fill::Full) const;
  /// One line whose box begins at `top`; the cursor stays.
  void put(double x, double top, const Line& line, const TypeStyle& style);
  void put_baseline(double x, double baseline, const Line& line, const TypeStyle& style);
  /// Text in lines from the cursor down.
  void paragraph(double x, double measure, std::string_view text, const TypeStyle& style);
  /// A rule across the measure at the cursor, which stays.
  void rule(double thickness);
  /// A line to write on, from `x` for `length`, on the baseline of text set at the cursor in this style.
  void blank(double x, double length, const TypeStyle& style);
  /// An empty frame with its corner at the cursor, which stays.
  void frame(double height, double thickness);
  double height_of(const Row& row) const;
  void row(const Row& row);
  /// "1  text": the number hangs in its own column left of the text.
  void step(double x, double measure, std::size_t number, std::string_view text, const TypeStyle& style);

  /// All pages; the last one cut to the cursor when the paper is endless.
  std::vector<Sheet> finish() &&;

 private:
  double baseline_in(const TypeStyle& style) const { return style.leading / 2 + 0.38 * style.size; }

  const PaperFaces& faces_;
  const Grid grid_;
  const std::vector<std::u32string> names_;
  std::vector<Sheet> sheets_;
  double y_ = 0;
};

}  // namespace mingting
