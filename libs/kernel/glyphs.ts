/**
 * 字形: old, popular and registered forms of kanji (旧字体・俗字・異体字), each behind the form that stands for all of them. What a
 * family register writes and what a telephone note writes is one name. Forms that Unicode itself holds for one (the
 * compatibility ideographs) are not here: NFKC has made them one before.
 *
 * Sources: the table of the old forms beside the jōyō kanji (常用漢字表 付 いわゆる康熙字典体) and the forms that names are
 * registered with most (人名用漢字; 髙, 﨑, 邉, 濵 and their like).
 */
const GLYPHS = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻
奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 壊壞 懐懷 絵繪 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 缶罐
巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 顔顏 気氣 帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾
狭狹 教敎 郷鄕鄉 暁曉 区區 駆驅 勲勳 薫薰 径徑 茎莖 恵惠 掲揭 渓溪谿 経經 蛍螢 軽輕 継繼 鶏鷄 芸藝
撃擊 欠缺 研硏 県縣 倹儉 剣劍剱劔劒 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴 戸戶 呉吳 娯娛 効效 広廣
恒恆 黄黃 鉱鑛 号號 国國囯圀 黒黑 砕碎 済濟 斎齋斉齊 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒
児兒 辞辭 湿濕 実實 写寫冩 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 叙敍 緒緖 将將 称稱 渉涉 焼燒
証證 奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞 寝寢 慎愼 尽盡 図圖
粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 静靜 窃竊 摂攝 説說 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖
禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 曽曾 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對
体體躰 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵
聴聽 勅敕 鎮鎭 逓遞 鉄鐵 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬪 徳德悳 独獨 読讀 届屆 弐貳 悩惱
脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 払拂 仏佛 併倂 並竝 餅餠
辺邊邉 変變 弁辨瓣辯 歩步 宝寶 豊豐 褒襃 翻飜 毎每 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘
誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆
歴歷 恋戀 錬鍊 炉爐 労勞 郎郞 楼樓 録錄 湾灣 亙亘 桧檜 芦蘆 蝋蠟 侠俠 尭堯 遥遙 瑶瑤 凛凜 禄祿 穣穰
萠萌 巌巖 晋晉 桑桒 槙槇 珎珍 秋龝穐 蔣蒋 薮藪 壷壺 靭靱 鴎鷗 頬頰 鹸鹼 填塡 剥剝 叱𠮟 麹麴糀 繋繫
高髙 崎﨑嵜碕 島嶋嶌 吉𠮷 柳栁桺 峰峯 富冨 橋槗𣘺 船舩 館舘 松枩柗 梅楳 淵渕渊 鶴鸖 隣鄰 略畧 群羣
裏裡 野埜墅 蘇蘓 鰺鯵 回囘囬 因囙 世卋 京亰 涼凉 隷隸 卒卆 傑杰 花芲 寅㝢 晃晄 煕熙熈 彦彥 達逹 塔墖
耀燿 清淸 青靑 尚尙 産產 強强彊 冴冱 侭儘
`;

const PLAIN: ReadonlyMap<string, string> = new Map(
  GLYPHS.trim()
    .split(/\s+/)
    .flatMap((group) => {
      const [plain = '', ...others] = group;
      return others.map((form): [string, string] => [form, plain]);
    }),
);

/** 新旧・異体の字形をそろえる: the same text with every kanji in its plain form. */
export const plainGlyphs = (text: string): string => Array.from(text, (glyph) => PLAIN.get(glyph) ?? glyph).join('');
