// Commands for what comes in: init, enrol, kiosks, import, lost, add; and the passphrase of the key that
// opens it.
#include "base/said/words.hpp"
#include "desk/desk_disk.hpp"
#include "desk/told/intake/added.hpp"
#include "desk/told/intake/import.hpp"
#include "desk/told/intake/key.hpp"
#include "desk/told/intake/kiosks.hpp"
#include "desk/told/intake/missing.hpp"
#include "desk/told/intake/new_code.hpp"
#include "main/desk/program.hpp"
#include "main/passphrase.hpp"

namespace mingting {
namespace {

void add_init(DeskProgram& program) {
  program.add_bare("init", desk_group::kIntake, "建立登记册（只做一次）", [](const CommonOptions& common) -> Result<RegisterMade> {
    const auto office = read_office(desk_disk(), common.content);
    if (!office) return fail(office.error());
    return init_register(make_register, desk_disk(), register_file_of(common), *office, common.content);
  });
}

void add_kiosks(DeskProgram& program) {
  struct Options {
    std::string key, name, fingerprint;
  };
  const auto options = std::make_shared<Options>();
  auto& enrol = program.add("enrol", desk_group::kIntake, "登记自助机：只收登记过的机器的导出", [options](DeskWork& work) {
    return enrol_kiosk(work, options->key, options->name, options->fingerprint, worded);
  });
  enrol.add_option("KIOSK-KEY", options->key, "自助机的公钥，或写有公钥的文件，或它的导出文件夹")->required();
  enrol.add_option("--name", options->name, "办公室怎样叫它，如 一楼大厅");
  enrol.add_option("--fingerprint", options->fingerprint, "在机器上看到的指纹；不一致就不登记");
  program.add("kiosks", desk_group::kIntake, "列出登记过的自助机", [](DeskWork& work) { return list_kiosks(work); });
}

void add_lost(DeskProgram& program) {
  const auto options = std::make_shared<LostOrder>();
  auto& lost = program.add(
      "lost", desk_group::kIntake, "列出缺少的记录；确实找不回来的，声明遗失", [options](DeskWork& work) {
        using Answer = std::variant<MissingRecords, LostDeclared>;
        if (!options->kiosk.empty())
          return declare_lost(work, *options).map([](auto&& done) { return Answer(done); });
        if (!options->places.empty() || !options->reason.empty()) misused("请写明是哪一台自助机");
        return list_missing(work).map([](auto&& missing) { return Answer(missing); });
      });
  lost.add_option("KIOSK", options->kiosk, "自助机的名称或指纹；不写则列出缺少的和声明过的");
  lost.add_option("PLACES", options->places, "第几号，如 2 或 2-4，照列出的写");
  lost.add_option("--reason", options->reason, "为什么找不回来");
  lost.add_flag("--gone", options->gone, "机器恢复过、坏了，它上面也没有了");
  lost.footer(
      "声明以后，收讫越过这几号；以后找到了，照常 import。声明记在登记册里，并写进 export --csv 的 lost.csv");
}

void add_import(DeskProgram& program) {
  struct Options {
    std::string where;
    KeyOptions key;
  };
  const auto options = std::make_shared<Options>();
  auto& import = program.add("import", desk_group::kIntake, "导入自助机的导出；同一个 U 盘导入两次不会重复", [options](DeskWork& work) -> Result<ImportTally> {
    const auto key = read_office_key(desk_disk(), options->key.key, passphrase_by(options->key.passphrase_file));
    if (!key) return fail(key.error());
    warn_of_open_file(options->key.key);
    return import_exports(work, options->where, key->text());
  });
  import.add_option("EXPORT", options->where, "导出文件夹，或放着若干导出的文件夹（如 U 盘）")->required();
  add_key(import, options->key);
}

struct AddOptions {
  AddOrder order;
  std::string file;
  std::vector<std::string> fields;
  std::optional<Date> confirmed;
};

AddOrder order_of(const AddOptions& options) {
  auto order = options.order;
  order.confirmed = options.confirmed;
  order.answers = fields_in(options.file, options.fields);
  if (order.answers.empty()) misused("请用文件或者 --field 写明填了什么");
  return order;
}

void add_add(DeskProgram& program) {
  const auto options = std::make_shared<AddOptions>();
  auto& add = program.add("add", desk_group::kIntake, "登记信函、传真、互联网、口头的申请（同一张表，同样的检查）", [options](DeskWork& work) {
    SystemRandom random;
    return add_entry(work, random, order_of(*options));
  });
  add.add_option("FILE", options->file, "填好的内容：JSON 或 TOML，字段 = 值（字段名见 content/forms）");
  add.add_option("--field", options->fields, "字段=内容，可以写几次")->allow_extra_args(false);
  add_named(add, "--way", options->order.way, kReceiptWays, "怎样收到的：signed-post、letter、internet、fax、spoken、in-person");
  add_date(add, "--confirmed", options->confirmed, "信函、互联网、传真：与申请人确认收到的日期（已经确认的）");
  add.add_option("--form", options->order.form, "哪张表，不写则是 application");
  add.add_option("--about", options->order.about_item, "意见是对哪个条目的");
  add.add_flag("--incomplete", options->order.incomplete, "必填项没有填、号码校验对不上，也照样登记（以后可以要求补正）");
  add.footer("--on 写收到的那一天。登记后给出编号和查询码，查询码只显示这一次");
}

void add_new_code(DeskProgram& program) {
  struct Options {
    std::string id, proof;
  };
  const auto options = std::make_shared<Options>();
  auto& renew = program.add("new-code", desk_group::kIntake, "重新给查询码（核对身份以后），以前的作废", [options](DeskWork& work) {
    SystemRandom random;
    return renew_code(work, random, options->id, options->proof);
  });
  add_id(renew, options->id);
  renew.add_option("--proof", options->proof, "怎样核对的身份，如 看了本人身份证")->required();
  renew.footer("新的查询码只显示这一次；登记过回执的，加 --out 打出来。下一次 status-feed 发布以后，大厅里就用新的");
}

void add_protect(DeskProgram& program) {
  struct Options {
    std::string key, passphrase_file, old_passphrase_file;
  };
  const auto options = std::make_shared<Options>();
  auto& protect = program.add_bare("protect", desk_group::kCare, "给办公室私钥加口令，或者换口令", [options](const CommonOptions&) {
    SystemRandom random;
    const auto ask_new = options->passphrase_file.empty()
                             ? AskPassphrase([](const Remark& prompt) { return ask_new_at_terminal(worded(prompt)); })
                             : passphrase_by(options->passphrase_file);
    return protect_key(desk_disk(), random, options->key, passphrase_by(options->old_passphrase_file), ask_new);
  });
  protect.add_option("KEY", options->key, "私钥文件 office.key")->required();
  protect.add_option("--passphrase-file", options->passphrase_file, "从文件第一行读新口令；不写则在终端上问");
  protect.add_option("--old-passphrase-file", options->old_passphrase_file, "从文件第一行读旧口令；不写则在终端上问");
}

}  // namespace

void add_intake_commands(DeskProgram& program) {
  add_init(program);
  add_kiosks(program);
  add_import(program);
  add_lost(program);
  add_add(program);
  add_new_code(program);
}

void add_key_commands(DeskProgram& program) { add_protect(program); }

}  // namespace mingting
