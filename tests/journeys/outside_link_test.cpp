// Can a visitor always get back from the address that a link leads to?
#include <gtest/gtest.h>

#include "journeys/booth.hpp"
#include "journeys/published.hpp"

namespace mingting {
namespace {

TEST(OutsideLink, TheWayBackIsInReachInEverySize) {
  for (const platform::Size size : {platform::Size{1080, 1920}, platform::Size{1920, 1080}, platform::Size{800, 600}}) {
    Booth booth(size);
    booth.go("tap 开始使用\ntap 大小\ntap 特大\ntap 好了\ninstall " + Published::get().next().string() +
             "\ntap 搜索\ntype 搜索 网址试验\npress Enter\ntap 网址试验\ntap 市里的文件\n"
             "expect https://\nexpect www.example.gov.cn/zwgk/zfxxgkzl\nexpect 请用手机扫二维码\ntap 好了\nexpect not 请用手机扫二维码\n");
  }
}

TEST(OutsideLink, TheCodeStandsInTheMiddleAndIsLarge) {
  Booth booth;
  booth.go("tap 开始使用\ninstall " + Published::get().next().string() + "\ntap 搜索\ntype 搜索 网址试验\npress Enter\ntap 网址试验\ntap 市里的网站\n");
  const auto found = booth->tree().find("这个地址的二维码");
  ASSERT_TRUE(found);
  const auto& code = booth.nodes()[*found].rect;
  EXPECT_NEAR(code.x + code.w / 2, 540, 1);
  EXPECT_GE(code.w, 480);
}

}  // namespace
}  // namespace mingting
