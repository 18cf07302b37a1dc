import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { png } from '../platform-http/sample-files.ts';
import { codeSentTo, follow, press, textOf } from './citizen.ts';
import type { Hall } from './hall.ts';
import { picture } from './picture.ts';

/** Qin Dechang, 74, on the top floor. The number belongs to nobody. */
export const QIN = { name: '秦德昌', phone: '19000000774', address: '南江市临江区河湾街道柳荫里小区5号楼601' } as const;
/** What he says when he rings the same day, not sure that it went through. */
export const CALL =
  '我是柳荫里5号楼601的老秦，上午在手机上报过楼顶漏雨，怕没有报上，打个电话再说一声。\n昨天夜里又下雨，厨房接了半桶水。修的人什么时候来，来以前给我打个电话。';
const STORY =
  '我家住顶楼，2024年修过一次屋顶。今年2月18日下雨以后，卧室和厨房又漏，床都挪了两回，墙皮掉了一大片。\n我找过物业三次，说等天晴；又打过社区电话，说要走维修资金。';
const REPAIR = '把5号楼顶的防水重做好，下雨不再漏。';
const PAINT = '厨房和卧室掉的墙皮，请负责修补。';
const ON = '存好，往下走';

/** From the first page to the last look before sending, with the slips that people make; every page is looked at. */
export async function writeItDown(hall: Hall, phone: Page): Promise<void> {
  await comeIn(hall, phone);
  await sayWho(hall, phone);
  await sayWhere(hall, phone);
  await sayWhat(hall, phone);
  await giveAPhotograph(hall, phone);
  await hall.visit(phone, 'file: the last look');
  await hall.visitInDark(phone, 'file: the last look');
}

async function comeIn(hall: Hall, phone: Page): Promise<void> {
  await phone.goto('/');
  await hall.visit(phone, 'home');
  await hall.visitInDark(phone, 'home');
  await picture(phone, 'home-phone');
  await follow(phone, '大字');
  await hall.visit(phone, 'home in large type');
  await follow(phone, /我要投诉/);
  await hall.visit(phone, 'file: for whom, in large type');
  await follow(phone, '标准字');
  await press(phone, ON);
  await hall.visit(phone, 'file: for whom, nothing chosen');
  await phone.getByRole('radio', { name: /投诉、请求/ }).check();
  await phone.getByRole('radio', { name: /我自己/ }).check();
  await press(phone, ON);
}

async function sayWho(hall: Hall, phone: Page): Promise<void> {
  await phone.getByLabel('您的姓名').fill(QIN.name);
  await phone.locator('#phone').fill('1900000077四');
  await phone.locator('#address').fill(QIN.address);
  await press(phone, ON);
  expect(await phone.getByRole('alert').textContent()).toContain('电话只写数字');
  expect(await phone.getByLabel('您的姓名').inputValue()).toBe(QIN.name);
  await hall.visit(phone, 'file: who you are, with a mistake');
  await phone.locator('#phone').fill(QIN.phone);
  await press(phone, ON);
  await hall.visit(phone, 'file: the phone code');
  await phone.getByLabel('验证码').fill(await codeSentTo(hall, QIN.phone));
  await press(phone, '对一下，往下走');
}

async function sayWhere(hall: Hall, phone: Page): Promise<void> {
  await hall.visit(phone, 'file: the district');
  await phone.getByRole('radio', { name: '临江区' }).check();
  await press(phone, ON);
  await phone.getByRole('radio', { name: '河湾街道' }).check();
  await phone.locator('#place').fill('柳荫里小区5号楼顶楼');
  await hall.visit(phone, 'file: the street');
  await press(phone, ON);
}

async function sayWhat(hall: Hall, phone: Page): Promise<void> {
  await phone.locator('#text').fill(STORY);
  await picture(phone, 'file-phone');
  await phone.locator('#since').fill('2026');
  await phone.locator('[name=since-m]').fill('2');
  await phone.locator('[name=since-d]').fill('30');
  await press(phone, ON);
  expect(await phone.locator('#text').inputValue()).toBe(STORY);
  await phone.locator('[name=since-d]').fill('18');
  await hall.visit(phone, 'file: what happened');
  await press(phone, ON);
  await phone.locator('#ask-1').fill(REPAIR);
  await phone.locator('#ask-2').fill(PAINT);
  await hall.visit(phone, 'file: what you ask for');
  await press(phone, /回到上一步：发生了什么/);
  expect(await phone.locator('#text').inputValue()).toBe(STORY);
  await press(phone, ON);
  expect(await phone.locator('#ask-2').inputValue()).toBe(PAINT);
  await press(phone, ON);
}

async function giveAPhotograph(hall: Hall, phone: Page): Promise<void> {
  await phone.locator('#files').setInputFiles({ name: '天花板.png', mimeType: 'image/png', buffer: png() });
  await press(phone, '传上去');
  expect(await textOf(phone)).toContain('天花板.png');
  await hall.visit(phone, 'file: papers');
  await press(phone, '往下走');
}
