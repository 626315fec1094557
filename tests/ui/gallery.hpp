// Pages that show every widget of the kit as screens use them; drawn by the tests in each size, theme and
// orientation.
#pragma once

#include <span>
#include <string>

#include "ui/charts/figures.hpp"
#include "ui/ui.hpp"

namespace mingting::ui {

struct GalleryPage {
  const char* name;
  void (*draw)(Ui& ui);
};
inline std::span<const GalleryPage> gallery();

namespace gallery_pages {

inline Ui::Frame framed(const char* id, const char* label) {
  Ui::Frame frame{.page_id = id, .label = label, .title = "南明区政务公开专区"};
  frame.moment = {"2026年11月23日", "星期一　09:00"};
  frame.corner = Action{.id = "language", .label = "English", .kind = ButtonKind::Secondary};
  static const char* kPlaces[][2] = {
      {"back", "返回"}, {"home", "首页"}, {"size", "大小"}, {"question", "帮助"}, {"end", "结束"}};
  for (const auto& [icon, word] : kPlaces)
    frame.places.push_back({.id = icon, .label = word, .icon = icon, .kind = ButtonKind::Quiet});
  frame.page.place = id;
  return frame;
}

inline void framed(Ui& ui, const char* id, const char* label, const Body& body, const Body& dock = {},
                   std::vector<Action> actions = {}) {
  auto frame = framed(id, label);
  frame.page.body = body;
  frame.page.actions = std::move(actions);
  frame.dock = dock;
  ui.frame(frame);
}

inline void home(Ui& ui) {
  framed(ui, "home", "首页", [&] {
    ui.heading("您想办什么？");
    ui.space(24);
    ui.search_field({.id = "search", .label = "搜索", .placeholder = "输入两个字就能找，如：社保"});
    ui.space(32);
    static const char* kTiles[][3] = {
        {"查信息", "法定主动公开内容", "search"},  {"看公报", "政府公报与文件", "gazette"},
        {"懂政策", "解读、问答、图表", "explain"}, {"找政策", "按人群和事项找", "card"},
        {"提申请", "依申请公开", "apply"},         {"提意见", "意见征集与建议", "feedback"},
        {"查进度", "凭编号和查询码", "status"},    {"办事指南", "窗口、材料、时限", "guide"}};
    ui.grid(2, 24, 8, [&](int i) {
      ui.tile({.id = kTiles[i][2], .label = kTiles[i][0], .caption = kTiles[i][1], .icon = kTiles[i][2]});
    });
    ui.space(40);
    ui.heading("最新发布", 2);
    ui.row({.id = "a",
            .label = "关于印发《南明区基层政务公开标准化规范化实施方案》的通知",
            .date = "2026年11月20日",
            .badge = "有效",
            .badge_tone = Tone::Good});
    ui.row({.id = "b",
            .label = "2026年城乡居民基本医疗保险参保缴费问答",
            .date = "2026年11月18日",
            .badge = "示例",
            .badge_tone = Tone::Wait});
    ui.row({.id = "c", .label = "关于废止部分行政规范性文件的决定", .date = "2026年11月2日"});
  });
}

inline void list(Ui& ui) {
  framed(ui, "list", "工作要点", [&] {
    ui.heading("政务公开工作要点");
    ui.text("本栏目按任务列出年度政务公开工作要点、牵头单位和完成时限。", {.tone = Tone::Quiet});
    ui.space(24);
    const ChipView chips[] = {{"agency", "按牵头单位", 2, true},
                              {"year", "按年度", {}, false},
                              {"topic", "按主题", {}, false},
                              {"validity", "按有效性", {}, false},
                              {"clear", "清除筛选", {}, false}};
    ui.chips("filters", "筛选", chips);
    const ChipView values[] = {{"v1", "区政府办公室", 12, true},
                               {"v2", "区人力资源和社会保障局", 7, true},
                               {"v3", "区卫生健康局", 3, false},
                               {"v4", "区教育局", 1, false}};
    ui.space(16);
    ui.chips("agency", "牵头单位", values, ChipsPlace::Tray);
    ui.space(16);
    ui.text("共 35 条", {.style = TextStyle::Caption, .tone = Tone::Quiet});
    ui.heading("一、聚焦重点领域", 2);
    ui.row({.id = "1",
            .label = "及时公开促进民营经济发展壮大的政策措施",
            .fact = "牵头单位：区发展和改革局",
            .date = "2026年11月18日",
            .badge = "有效",
            .badge_tone = Tone::Good});
    ui.row({.id = "2",
            .label = "公开就业见习、职业技能培训补贴、社会保险补贴等稳就业政策的申领条件、程序、管理和使用"
                     "情况，做到应公开尽公开",
            .fact = "牵头单位：区人力资源和社会保障局、各街道办事处、各乡镇人民政府",
            .date = "2026年11月2日",
            .badge = "已修改",
            .badge_tone = Tone::Wait});
    RowView hit{.id = "3", .label = "城乡居民社会保险"};
    hit.title = {{.text = "城乡居民"}, {.text = "社会保险", .marked = true}, {.text = "待遇标准调整公告"}};
    hit.passage = {{.text = "自2026年7月1日起，"},
                   {.text = "社会保险", .marked = true},
                   {.text = "基础养老金最低标准由每人每月143元调整为163元；已经领取待遇的人员，由区"},
                   {.text = "社会保险", .marked = true},
                   {.text = "事业管理局统一补发，不需要本人申请。"}};
    hit.fact = "政策文件　南府发〔2026〕17号";
    hit.date = "2026年6月30日";
    hit.badge = "已废止";
    hit.badge_tone = Tone::Accent;
    ui.row(hit);
    ui.space(24);
    ui.button("more", "再看 31 条");
  });
}

inline std::vector<Aside> reading_asides(Ui& ui) {
  const auto chapters = [&ui] {
    for (const char* title : {"第一章　总则", "第二章　申请", "第三章　答复"})
      ui.row({.id = title, .label = title});
  };
  const auto facts = [&ui] {
    ui.facts("details", {{"公开属性", "主动公开"}, {"公开依据", "政府信息公开条例第二十条"}});
  };
  const auto related = [&ui] {
    ui.row({.id = "r", .label = "《南明区行政规范性文件管理办法》政策解读", .fact = "解读"});
  };
  return {{.id = "contents",
           .label = "目录（3 节）",
           .icon = "list",
           .body = chapters,
           .open = false,
           .toggled = [] {}},
          {.id = "details", .label = "文件信息", .body = facts, .open = true, .toggled = [] {}},
          {.id = "related", .label = "相关内容", .body = related, .headed = true, .after = true}};
}

inline void reading(Ui& ui) {
  auto frame = framed("reading", "文件");
  frame.page.asides = reading_asides(ui);
  frame.page.body = [&] {
    ui.heading("南明区行政规范性文件制定和监督管理办法（试行）");
    ui.space(16);
    ui.notice("validity", NoticeKind::Problem,
              "本文件已废止，由《南明区行政规范性文件管理办法》（南府发〔2026〕9号）替代。");
    ui.space(16);
    ui.notice("sample", NoticeKind::Wait, "示例内容：数字和名称仅供演示。");
    ui.facts("own", {{"发文字号", "南府办发〔2019〕62号"},
                     {"制定机关", "南明区人民政府办公室"},
                     {"成文日期", "2019年8月5日"}});
    ui.group("a1", "第一章", [&] { ui.heading("第一章　总则", 2); });
    ui.rich_text("p1", std::vector<Run>{{.text = "第一条　", .bold = true},
                                        {.text = "为了规范行政规范性文件的制定，加强监督管理，根据"},
                                        {.text = "《中华人民共和国政府信息公开条例》", .link = "item:law"},
                                        {.text = "等有关法律、法规，结合本区实际，制定本办法。"}});
    ui.rich_text(
        "p2",
        std::vector<Run>{
            {.text = "第二条　", .bold = true},
            {.text =
                 "本办法所称行政规范性文件，是指除政府规章外，行政机关依照法定权限、程序制定并公开发布，涉"
                 "及公民、法人和其他组织权利义务，具有普遍约束力，在一定期限内反复适用的公文。参见"},
            {.text = "办理流程", .link = "item:a"},
            {.text = "和"},
            {.text = "常见问题", .link = "item:b"},
            {.text = "。"}});
    std::optional<std::string> tapped;
    ui.bullet(
        "b1", "1.", 0,
        std::vector<Run>{
            {.text =
                 "申请人提出申请，填写姓名、联系方式和所需信息的名称、文号或者便于查询的其他特征性描述；"}},
        tapped);
    ui.bullet("b2", "2.", 0, std::vector<Run>{{.text = "行政机关收到申请之日起20个工作日内答复。"}}, tapped);
    ui.bullet("b3", "•", 1, std::vector<Run>{{.text = "需要延长的，延长期限最长不超过20个工作日。"}}, tapped);
    ui.heading("收费标准", 3);
    ui.table("t", "收费标准",
             {{"件数（按件计收）", "收费标准", "说明"},
              {"10件以下（含）", "不收费", "同一申请人同一自然月累计"},
              {"11—30件（含）", "每件100元", "超出部分分段计算，四舍五入到元"},
              {"31件以上", "每增加10件，每件收费标准提高100元", ""}});
    ui.media("missing.png", "办理流程图：申请、受理、答复三步。");
    ui.divider();
  };
  ui.frame(frame);
}

inline void reading_on(Ui& ui) {
  reading(ui);
  ui.bring_into_view("r");
}

inline void keyboard(Ui& ui) {
  ui.group("keyboard", "键盘", [&] {
    const std::string words[] = {"社会", "社会保险", "设", "社", "涉", "射", "摄", "舍"};
    ui.candidates("she hui", words, false, true);
    auto row = [](std::string_view letters) {
      std::vector<KeyView> keys;
      for (const char c : letters) keys.push_back({.id = std::string(1, c), .label = std::string(1, c)});
      return keys;
    };
    std::vector<std::vector<KeyView>> rows{row("qwertyuiop"), row("asdfghjkl"), row("zxcvbnm"), {}};
    rows[2].insert(rows[2].begin(),
                   {.id = "shift", .label = "大写", .icon = "shift", .weight = 1.5F, .selected = true});
    rows[2].push_back({.id = "backspace", .label = "退格", .icon = "backspace", .weight = 1.5F});
    rows[3] = {{.id = "letters", .label = "英文", .weight = 1.5F},
               {.id = "figures", .label = "数字", .weight = 1.5F},
               {.id = "space", .label = "空格", .weight = 3.5F},
               {.id = "enter", .label = "换行", .icon = "enter", .weight = 1.5F},
               {.id = "done", .label = "完成", .weight = 2, .strong = true}};
    ui.keys("keys", rows);
  });
}

inline void form(Ui& ui) {
  framed(
      ui, "form", "提申请",
      [&] {
        ui.heading("政府信息公开申请");
        ui.progress("第 2 步，共 5 步", 2, 5);
        ui.field({.id = "name",
                  .label = "申请人姓名",
                  .help = "与身份证件一致",
                  .value = "欧阳䶮龘",
                  .mark = "必填"});
        ui.field({.id = "phone",
                  .label = "联系电话",
                  .error = "手机号码应为 11 位数字，现在只有 9 位。",
                  .value = "138001380",
                  .mark = "必填"});
        ui.field({.id = "what",
                  .label = "所需信息的内容描述",
                  .help = "写出名称、文号，或者能让工作人员找到它的其他特征。",
                  .value = "2025年南明区城乡居民低保的发放标准和人数",
                  .composing = "she hui",
                  .mark = "必填",
                  .caret = 12,
                  .lines = 4,
                  .focused = true});
        ui.field({.id = "mail",
                  .label = "电子邮箱",
                  .advice = "没有邮箱也可以不填，答复会寄到通讯地址。",
                  .placeholder = "选填",
                  .mark = "选填"});
      },
      [&] { keyboard(ui); }, {{.id = "next", .label = "下一步"}});
}

inline void choices(Ui& ui) {
  framed(ui, "choices", "提意见", [&] {
    ui.heading("您对本次服务满意吗？");
    ui.progress("第 1 步，共 3 步", 1, 3);
    const std::string words[] = {"很不满意", "不满意", "一般", "满意", "非常满意"};
    ui.rating("rating", "满意程度", words, 4);
    ui.space(24);
    ui.question("获取信息的方式", "必填", "可以选几种。");
    ui.choice({.id = "post", .label = "邮寄", .help = "寄到您填写的通讯地址", .selected = true});
    ui.choice({.id = "mail", .label = "电子邮件"});
    ui.choice({.id = "self", .label = "自行领取", .help = "凭身份证件到窗口领取"});
    ui.fold("others", "别的办法");
    ui.space(24);
    ui.choice({.id = "agree",
               .label = "我已阅读并同意：提交的信息只用于办理本申请。",
               .selected = true,
               .many = true});
    ui.choice({.id = "more", .label = "同时申请减免费用", .many = true});
    ui.space(24);
    ui.grid(3, 24, 3, [&](int i) {
      static const char* kSizes[] = {"标准", "大", "特大"};
      ui.choice({.id = kSizes[i], .label = kSizes[i], .selected = i == 0});
    });
    ui.space(24);
    ui.button("submit", "提交申请", {.kind = ButtonKind::Primary, .icon = "check"});
    ui.button("danger", "清除我填写的内容", {.kind = ButtonKind::Danger, .icon = "reset"});
    ui.button("off", "打印（正在打印……）", {.icon = "print", .enabled = false});
    ui.button("quiet", "稍后再说", {.kind = ButtonKind::Quiet});
  });
}

inline std::vector<std::vector<bool>> pattern() {
  std::vector<std::vector<bool>> modules(29, std::vector<bool>(29));
  for (std::size_t y = 0; y < 29; ++y) {
    for (std::size_t x = 0; x < 29; ++x) modules[y][x] = (x * 7 + y * 13 + x * y) % 3 == 0;
  }
  return modules;
}

inline void receipt(Ui& ui) {
  framed(ui, "receipt", "回执",
         [&] {
           ui.heading("申请已经收到");
           ui.space(16);
           ui.card("number", "回执编号", [&] {
             ui.columns(std::vector<float>{3, 1}, 24, [&](int i) {
               if (i == 1) return ui.qr("回执二维码", pattern(), 220);
               ui.text("回执编号", {.style = TextStyle::Caption, .tone = Tone::Quiet});
               ui.text("NM-01-20261123-0007-K", {.style = TextStyle::Title, .bold = true});
               ui.space(16);
               ui.text("查询码", {.style = TextStyle::Caption, .tone = Tone::Quiet});
               ui.text("7K3M-Q9XD", {.style = TextStyle::Display, .tone = Tone::Primary, .bold = true});
             });
             ui.text("请抄下或打印：查询码只显示这一次。", {.style = TextStyle::Caption});
           });
           ui.space(24);
           ui.facts("facts", {{"事项", "政府信息公开申请"},
                              {"收到时间", "2026年11月23日 09:00"},
                              {"答复期限", "2026年12月21日"}});
           ui.notice("good", NoticeKind::Good, "回执已经打印，请取走。");
           ui.notice("plain", NoticeKind::Plain, "您也可以凭编号和查询码在这里查进度。");
           ui.heading("接下来", 2);
           std::optional<std::string> none;
           ui.bullet("n1", "1.", 0, std::vector<Run>{{.text = "工作人员会在20个工作日内答复。"}}, none);
           ui.bullet("n2", "2.", 0, std::vector<Run>{{.text = "需要您补充说明的，会在7个工作日内告诉您。"}},
                     none);
         },
         {},
         {{.id = "done", .label = "完成", .icon = "done"},
          {.id = "print", .label = "打印回执", .icon = "print", .kind = ButtonKind::Secondary}});
}

inline void dialog(Ui& ui) {
  choices(ui);
  Page question;
  question.head = [&] {
    ui.heading("还在使用吗？");
    ui.text("30 秒后会清除您填写的全部内容。");
    ui.space(24);
    ui.text("27", {.style = TextStyle::Giant, .tone = Tone::Accent, .align = Align::Center, .bold = true});
  };
  question.actions = {{.id = "continue", .label = "继续", .icon = "check"},
                      {.id = "end", .label = "结束并清除", .icon = "end", .kind = ButtonKind::Danger}};
  ui.dialog("idle", "还在使用吗", Ui::Cover::Card, question);
}

inline void questions(Ui& ui) {
  framed(ui, "questions", "常见问题", [&] {
    ui.heading("常见问题");
    static const char* kQuestions[] = {"申请政府信息公开，要交钱吗？", "申请要不要写理由？", "多久能答复？",
                                       "查自己的档案，也是申请公开吗？", "不给公开，怎么办？"};
    ui.rows(5,
            [&](int i) {
              ui.fold({.id = std::to_string(i), .label = kQuestions[i], .open = i == 1},
                      [&] { ui.text("不用写。个人、单位都可以申请。要什么，写清楚就行。"); });
            },
            Flow::Down);
    ui.fold({.id = "about", .label = "关于这份内容", .quiet = true}, [] {});
    ui.space(32);
    ui.rows(2, [&](int i) {
      ui.row({.id = i == 0 ? "letter" : "responses",
              .label = i == 0 ? "区长信箱" : "意见回应",
              .passage = {{.text = i == 0 ? "写给区长，会有答复。" : "大家提了什么意见，办得怎么样。"}},
              .icon = i == 0 ? "document" : "reply"});
    });
  });
}

inline void card(Ui& ui) {
  framed(ui, "card", "明白卡", [&] {
    ui.fact_card("card", {.kicker = "明白卡　示例",
                          .title = "信息公开申请明白卡",
                          .summary = "谁能申请、写什么、怎么交，一张卡看完。",
                          .answers = {{"谁能申请", "个人、单位都可以。不用写理由。", "person"},
                                      {"要什么", "已经做好、保存着的政府信息。", "folder"},
                                      {"多久答复", "20个工作日内。要延长，最多再加20个，并且会告诉您。", "clock"},
                                      {"多少钱", "一般不收费。", ""}}});
    ui.fact_card("urgent", {.kicker = "紧急通知　橙色　示例",
                            .title = "今晚8点起，示例路一带停水",
                            .summary = "",
                            .answers = {{"哪里", "示例路1号至120号、示例小区", "place"}, {"问谁", "以供水公司公示为准", "phone"}},
                            .sign = "warn"});
    ui.fact_card("plain", {.kicker = "", .title = "没有图标的卡", .summary = "", .answers = {{"带什么", "身份证", ""}}});
  });
}

inline void way(Ui& ui) {
  framed(ui, "way", "办理进展", [&] {
    ui.heading("办理进展");
    using State = StepView::State;
    const StepView steps[] = {{"收到您当面提交的申请", "2026年11月2日", State::Done},
                              {"请您补正", "2026年11月9日", State::Done},
                              {"正在办理", "现在", State::Now},
                              {"作出答复并送达给您", "下一步", State::Next}};
    ui.timeline("steps", "办理过程", steps);
  });
}

inline void budget(Ui& ui) {
  framed(ui, "budget", "区教育局2025年支出", [&] {
    ui.heading("区教育局2025年支出");
    ui.chart(figures::spending());
    ui.chart(figures::from_budget_to_rest());
    ui.row({.id = "why", .label = "为什么比预算多花了2.4%", .fact = "单位的说明，绩效自评得分92"});
  });
}

inline void debt(Ui& ui) {
  framed(ui, "debt", "政府债务", [&] {
    ui.heading("政府债务：没有超过限额");
    ui.chart(figures::debt());
    ui.chart(figures::repayment());
  });
}

inline void months(Ui& ui) {
  framed(ui, "months", "每个月", [&] {
    ui.heading("每个月花了多少");
    ui.chart(figures::months(ChartKind::Bars));
    ui.chart(figures::months(ChartKind::Lines));
  });
}

inline void parts(Ui& ui) {
  framed(ui, "parts", "每100元花到哪里", [&] {
    ui.heading("每100元花到哪里");
    ui.chart(figures::parts());
    ui.chart(figures::two_years());
  });
}

inline void plans(Ui& ui) {
  framed(ui, "plans", "规划", [&] {
    ui.heading("一张蓝图，六个五年");
    ui.spans("periods", "各个五年", figures::periods(), figures::years());
    ui.heading("十四五规划的主要指标，到2024年", 2);
    for (const auto& track : figures::indicators()) ui.track(track);
    ui.text("竖线：按时间现在应到的地方", {.style = TextStyle::Caption, .tone = Tone::Quiet});
  });
}

inline void departments(Ui& ui) {
  auto frame = framed("departments", "部门决算");
  frame.page.broad = true;
  frame.page.body = [&] {
    ui.heading("2025年部门决算，按支出多少排");
    ui.data_grid(figures::departments());
  };
  ui.frame(frame);
}

inline void attract(Ui& ui) {
  auto frame = framed("attract", "欢迎");
  frame.title.clear();
  frame.places.clear();
  frame.page.head = [&] {
    ui.icon("hall", 120, Tone::Primary);
    ui.space(32);
    ui.text("南明区政务公开专区", {.style = TextStyle::Display, .bold = true});
    ui.text("查信息、懂政策、提申请，都在这里", {.style = TextStyle::Label, .tone = Tone::Quiet});
  };
  frame.page.body = [&] {
    ui.space(48);
    ui.card("slide", "公告", [&] {
      ui.text("公告", {.style = TextStyle::Caption, .tone = Tone::Accent, .bold = true});
      ui.text("关于调整城乡居民基础养老金最低标准的公告",
              {.style = TextStyle::Title, .bold = true, .max_lines = 3});
      ui.text("自2026年7月1日起，每人每月由143元调整为163元，已经领取待遇的人员不需要申请。",
              {.max_lines = 5});
    });
  };
  frame.page.actions = {{.id = "start", .label = "开始使用", .icon = "right"}};
  frame.anywhere = "start";
  ui.frame(frame);
}

}  // namespace gallery_pages

inline std::span<const GalleryPage> gallery() {
  using namespace gallery_pages;
  static constexpr GalleryPage kPages[] = {
      {"home", home},      {"list", list},       {"reading", reading}, {"reading-on", reading_on},
      {"form", form},      {"choices", choices}, {"receipt", receipt}, {"dialog", dialog},
      {"questions", questions}, {"card", card},     {"way", way},         {"budget", budget},
      {"debt", debt},           {"months", months}, {"parts", parts},   {"plans", plans},     {"departments", departments},
      {"attract", attract}};
  return kPages;
}

}  // namespace mingting::ui
