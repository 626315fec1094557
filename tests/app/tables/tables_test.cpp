// Tables, as messages: what a view asks for, how far down one has gone, what of a grid is held, and the key of a closed table.
#include "app/visitor.hpp"

namespace mingting {
namespace {

Table budget() {
  Table table{.id = "budget", .title = "预算"};
  table.key = {"unit", "subject"};
  table.columns = {{.name = "unit", .title = "单位"},
                   {.name = "subject", .title = "科目"},
                   {.name = "spent", .title = "支出", .type = CellType::Money, .unit = "元", .shown_in = "万元"},
                   {.name = "day", .title = "日期", .type = CellType::Day}};
  table.views = {{.id = "grid", .title = "表", .filters = {"unit", "spent", "day"}, .sort = "subject"},
                 {.id = "drill", .title = "逐级看", .kind = ViewKind::Drill, .levels = {"unit", "subject"}, .values = {"spent"}},
                 {.id = "chart", .title = "图", .kind = ViewKind::Chart, .levels = {"unit"}, .values = {"spent"}}};
  table.measures = {{.id = "all", .title = "总数"}};
  return table;
}

Table companies() {
  Table table{.id = "companies", .title = "企业"};
  table.access = Openness::Closed;
  table.columns = {{.name = "code", .title = "代码", .type = CellType::Code}, {.name = "name", .title = "名称"}};
  table.key = table.lookup = {"code"};
  return table;
}

struct Reader : Visitor {
  Reader() {
    auto hall = std::make_shared<Hall>(*model.hall);
    hall->tables = {budget(), companies()};
    send(msg::HallLoaded{hall, ""});
    send(msg::StartVisit{});
  }
  void open(const std::string& view) { send(msg::OpenTable{"budget", view}); }
  const TableViewPage& table() const { return page<TableViewPage>(); }

  template <class Question>
  const Question* asked() const {
    for (const auto& each : last) {
      const auto* ask = std::get_if<effect::AskTable>(&each);
      if (const auto* question = ask == nullptr ? nullptr : std::get_if<Question>(&ask->question)) return question;
    }
    return nullptr;
  }
  template <class Question, class Answer>
  void answer(Answer value) {
    const auto question = *asked<Question>();
    send(msg::TableAnswered{question, std::make_shared<const TableAnswer>(std::move(value))});
  }
};

TEST(Tables, TheFirstViewIsShownAndAsksForItsRowsItsFiltersAndTheMeasures) {
  Reader reader;
  reader.open("");
  EXPECT_EQ(reader.table().view, "grid");
  const auto* rows = reader.asked<RowQuery>();
  ASSERT_NE(rows, nullptr);
  EXPECT_EQ(rows->sort, "subject");
  EXPECT_EQ(rows->facets, std::vector<std::string>{"unit"}) << "figures and days have ranges instead";
  EXPECT_NE(reader.asked<MeasuresOf>(), nullptr);
  EXPECT_EQ(reader.asked<GroupQuery>(), nullptr);
}

TEST(Tables, AnAnswerToAnOlderQuestionIsNotTaken) {
  Reader reader;
  reader.open("");
  const auto first = *reader.asked<RowQuery>();
  reader.send(msg::ToggleFilter{"unit", "区教育局"});
  RowPage old;
  old.total = 9;
  reader.send(msg::TableAnswered{first, std::make_shared<const TableAnswer>(old)});
  EXPECT_EQ(reader.table().rows.value, nullptr);
}

TEST(Tables, OneGoesDownLevelByLevelToTheRowsAndUpAgain) {
  Reader reader;
  reader.open("drill");
  EXPECT_EQ(reader.asked<GroupQuery>()->by, std::vector<std::string>{"unit"});
  reader.send(msg::StepInto{"07", "区教育局"});
  ASSERT_NE(reader.asked<GroupQuery>(), nullptr);
  EXPECT_EQ(reader.asked<GroupQuery>()->by, std::vector<std::string>{"subject"});
  EXPECT_EQ(reader.asked<GroupQuery>()->where, (RowConditions{{"unit", Relates::Is, {"07"}}}));
  reader.send(msg::StepInto{"", "没有写明"});
  EXPECT_EQ(reader.asked<GroupQuery>(), nullptr) << "below the last level stand the rows";
  EXPECT_EQ(reader.asked<RowQuery>()->where.back(), (RowCondition{"subject", Relates::Blank, {}}));
  reader.send(msg::StepInto{"x", "x"});
  EXPECT_EQ(reader.table().path.size(), 2U) << "there is no third level";
  reader.send(msg::StepOut{0});
  EXPECT_EQ(reader.asked<GroupQuery>()->where, RowConditions{});
}

TEST(Tables, AHeadTappedSortsFiguresFromTheLargestAndTurnsRoundOnceMore) {
  Reader reader;
  reader.open("");
  reader.send(msg::SortBy{"spent"});
  EXPECT_TRUE(reader.asked<RowQuery>()->descending);
  reader.send(msg::SortBy{"spent"});
  EXPECT_FALSE(reader.asked<RowQuery>()->descending);
  reader.send(msg::SortBy{"unit"});
  EXPECT_FALSE(reader.asked<RowQuery>()->descending) << "words from the first";
  reader.send(msg::SortBy{"subject"});
  reader.send(msg::SortBy{"nothing"});
  EXPECT_EQ(reader.table().sort, "subject");
}

TEST(Tables, ARangeIsTypedInTheUnitThatIsShownAndDaysAlsoAsYears) {
  Reader reader;
  reader.open("");
  reader.type("from:spent", "1.5");
  reader.send(msg::LeaveField{});
  EXPECT_EQ(reader.asked<RowQuery>()->where, (RowConditions{{"spent", Relates::AtLeast, {"15000"}}}));
  reader.send(msg::ClearFilters{});
  EXPECT_EQ(reader.asked<RowQuery>()->where, RowConditions{});
  reader.type("to:day", "2024");
  reader.send(msg::LeaveField{});
  EXPECT_EQ(reader.asked<RowQuery>()->where, (RowConditions{{"day", Relates::AtMost, {"2024-12-31"}}}));
  reader.type("from:day", "不知道");
  reader.send(msg::LeaveField{});
  EXPECT_EQ(reader.asked<RowQuery>()->where.size(), 1U) << "what is no day leaves nothing out";
}

TEST(Tables, OfALongGridTheRowsAroundTheScreenAreHeld) {
  Reader reader;
  reader.open("");
  RowPage rows;
  rows.total = 100'000;
  reader.answer<RowQuery>(rows);
  reader.send(msg::WantRows{50'000});
  const auto* wanted = reader.asked<RowQuery>();
  ASSERT_NE(wanted, nullptr);
  EXPECT_LE(wanted->offset, 50'000U);
  EXPECT_GT(wanted->offset + wanted->limit, 50'020U);
  reader.send(msg::WantRows{50'000});
  EXPECT_EQ(reader.asked<RowQuery>(), nullptr) << "they are under way";
}

TEST(Tables, AChartTellsTheTappedMarkAndTurnsToItsFigures) {
  Reader reader;
  reader.open("chart");
  reader.send(msg::TapMark{2});
  EXPECT_EQ(reader.table().mark, 2U);
  reader.send(msg::TapMark{2});
  EXPECT_EQ(reader.table().mark, std::nullopt);
  reader.send(msg::TurnChart{});
  EXPECT_TRUE(reader.table().as_table);
  reader.send(msg::ShowView{"grid"});
  EXPECT_FALSE(reader.table().as_table) << "another view begins anew";
}

TEST(Tables, AClosedTableAsksForItsKeyAndOpensTheOneRow) {
  Reader reader;
  reader.send(msg::OpenTable{"companies", ""});
  ASSERT_TRUE(reader.on<KeyPage>());
  reader.send(msg::FindRow{});
  EXPECT_TRUE(reader.page<KeyPage>().incomplete);
  EXPECT_EQ(reader.asked<KeyOf>(), nullptr);
  reader.type("code", "91520102MA6DJ00000");
  reader.send(msg::FindRow{});
  EXPECT_EQ(reader.asked<KeyOf>()->cells, std::vector<std::string>{"91520102MA6DJ00000"});
  reader.answer<KeyOf>(KeyFound{});
  EXPECT_TRUE(reader.page<KeyPage>().not_found);
  reader.type("code", "91520102MA6DJ00001");
  EXPECT_FALSE(reader.page<KeyPage>().not_found) << "it is another one now";
  reader.send(msg::FindRow{});
  reader.answer<KeyOf>(KeyFound{"0123456789abcdef"});
  ASSERT_TRUE(reader.on<TableRowPage>());
  EXPECT_EQ(reader.asked<RowOf>()->row, "0123456789abcdef");
  reader.send(msg::GoBack{});
  EXPECT_TRUE(reader.on<KeyPage>());
}

TEST(Tables, AnAnswerAfterTheKeyWasChangedOpensNothing) {
  Reader reader;
  reader.send(msg::OpenTable{"companies", ""});
  reader.type("code", "1");
  reader.send(msg::FindRow{});
  const auto question = *reader.asked<KeyOf>();
  reader.type("code", "2");
  reader.send(msg::TableAnswered{question, std::make_shared<const TableAnswer>(KeyFound{"0123456789abcdef"})});
  EXPECT_TRUE(reader.on<KeyPage>());
}

TEST(Tables, NothingOfATableOutlivesTheVisit) {
  Reader reader;
  reader.send(msg::OpenTable{"companies", ""});
  reader.type("code", "91520102MA6DJ00000");
  reader.send(msg::EndVisit{});
  reader.send(msg::StartVisit{});
  reader.send(msg::OpenTable{"companies", ""});
  EXPECT_TRUE(reader.page<KeyPage>().typed.empty() || reader.page<KeyPage>().typed.at("code").empty());
}

}  // namespace
}  // namespace mingting
