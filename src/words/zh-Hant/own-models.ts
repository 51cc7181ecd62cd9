import type { Words } from '../rooms.ts';
import { bytes, list, number } from './format.ts';

export const ownModelWords: Words['ownModelWords'] = {
  trainedName: (base, steps) => `${base} · 在這裡訓練了 ${number(steps)} 步`,
  trained: (base, steps) => `在這個瀏覽器裡訓練：從 ${base} 開始，共 ${number(steps)} 步。`,
  fromFile: '從檔案開啟。',
  fromFileLearnt: '從檔案開啟。它從自己寫的軌跡中學習過。',

  title: '你自己的',
  what: '在這裡訓練的，或從檔案開啟的。它們留在這個瀏覽器裡。',
  none: '還沒有。模型的資料夾可以作為 zip 開啟，也可以開啟其中的檔案：manifest.json 和 weights.bin。',
  open: '開啟模型…',
  files: '模型的檔案',
  reading: '正在讀取模型……',
  kept: (name) => `${name} 已在這裡。`,
  letGo: (names) => `為了放下它，刪去了：${list(names)}。`,
  passing: '它只留到這個分頁關閉：這個瀏覽器不為這個頁面儲存東西，或者沒有空間了。',
  play: '在「試玩」中使用',
  rename: '改名',
  renameOne: (name) => `給 ${name} 改名`,
  name: '名稱',
  save: '儲存',
  cancel: '取消',
  export: '匯出',
  exportOne: (name) => `匯出 ${name}`,
  remove: '刪除',
  removeOne: (name) => `刪除 ${name}`,
  removed: (name) => `已刪除 ${name}。`,
  undo: '復原',
  room: (by) =>
    `${number(by.models)} 個模型，${bytes(by.bytes)}。超過 ${number(by.limits.count)} 個或 ${bytes(by.limits.bytes)} 時，最舊的會被刪去。`,

  faults: {
    'zip-unreadable': '這個檔案不能作為 zip 讀取。請選擇一個模型的 zip，或它資料夾裡的檔案。',
    'no-manifest': '這些檔案裡沒有 manifest.json。請選擇一個模型的 zip，或它資料夾裡的所有檔案。',
    'no-weights': 'manifest 旁邊沒有 weights.bin。請選擇模型資料夾裡的所有檔案。',
    several: '這個 zip 裡有好幾個模型。請選擇只有一個模型的 zip。',
    curve: '它的 curve.json 不是學習曲線。去掉它，或重新匯出模型。',
    'bad-path': (by) => `這個 zip 裡有一個檔案會落到資料夾之外（${by.path}），所以沒有開啟。`,
    'too-many-files': (by) => `這個 zip 裡的檔案超過 ${number(by.most)} 個。請選擇一個模型的 zip。`,
    'too-large': (by) => `${by.name} 大於 ${bytes(by.most)}。這個頁面只開啟更小的模型。`,
  },
  exportAnew: '它的檔案在途中被改動或截斷了。請重新匯出，或再要一份。',

  wanted: {
    title: '這個實驗用的模型是在另一個瀏覽器裡做出來的。',
    what: '連結裡沒有它的檔案。請做出它的人把它匯出，然後在這裡開啟那個檔案：權重相同就是同一個模型，給出的 token 也相同。',
    looking: '正在這個瀏覽器裡找這個模型……',
  },
  link: '這個模型只在你的瀏覽器裡。打開連結的人也需要它的檔案：在「全部模型」裡匯出。',
};
