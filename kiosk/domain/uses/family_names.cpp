// The Hundred Family Names, and those that are common now and not among them.
#include "domain/uses/family_names.hpp"

#include <algorithm>
#include <iterator>

namespace mingting {
namespace {

constexpr std::u32string_view kSingle =
    U"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    U"俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    U"计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    U"经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    U"牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙"
    U"池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古"
    U"易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯"
    U"相查后荆红游竺权逯盖益桓公晋楚闫法汝鄢涂钦岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福"
    U"肖付代丘占尧敬税苟仝兰蔄禚麦柒初褟冼邝招揭庹邸郸隋甯尢尉粟由冶候母门原沐雒鹿楼禤植豆展战巨禇么撒洒覃谌辜谯幸欧区但"
    U"趙錢孫鄭馮陳衛蔣瀋韓楊許呂張嚴華謝鄒竇雲蘇魯韋馬鳳龔費賀湯羅畢鄔樂時齊餘顧黃蕭貝談龐紀項閔麥強賈婁顏鍾駱盧萬經繆應賁鄧"
    U"單諸鈕陸榮儲烏車寧欒厲劉葉薊懷陰鬱蒼雙聞黨譚貢勞酈郟農溫別莊閻連習廣祿闕東歐師聶闞簡饒須豐關荊遊權賴鄺陽練蘭從顓"
    U"买阿吐努木帕热依肉库玉白者普罗字起毕折郁郎旦次扎达格洛多央尼桑贡";
constexpr std::u32string_view kDouble[] = {
    U"万俟", U"司马", U"上官", U"欧阳", U"夏侯", U"诸葛", U"闻人", U"东方", U"赫连", U"皇甫", U"尉迟", U"公羊",
    U"澹台", U"公冶", U"宗政", U"濮阳", U"淳于", U"单于", U"太叔", U"申屠", U"公孙", U"仲孙", U"轩辕", U"令狐",
    U"钟离", U"宇文", U"长孙", U"慕容", U"鲜于", U"闾丘", U"司徒", U"司空", U"亓官", U"司寇", U"子车", U"颛孙",
    U"端木", U"巫马", U"公西", U"漆雕", U"乐正", U"壤驷", U"公良", U"拓跋", U"夹谷", U"宰父", U"谷梁", U"段干",
    U"百里", U"东郭", U"南门", U"呼延", U"羊舌", U"微生", U"左丘", U"东门", U"西门", U"南宫", U"第五", U"完颜",
    U"纳兰", U"歐陽", U"諸葛", U"東方", U"尉遲", U"單于", U"軒轅", U"長孫", U"司馬", U"鮮于",
    U"叶赫", U"爱新", U"那拉", U"独孤", U"达奚", U"贺兰", U"侯莫"};

/// A family name of `length` characters with one or two behind it.
bool is_of(std::u32string_view han, std::size_t length) {
  return han.size() == length + 1 || han.size() == length + 2;
}

}  // namespace

bool is_like_a_name(std::u32string_view han) {
  if (is_of(han, 1) && kSingle.find(han.front()) != std::u32string_view::npos) return true;
  return is_of(han, 2) && std::find(std::begin(kDouble), std::end(kDouble), han.substr(0, 2)) != std::end(kDouble);
}

}  // namespace mingting
