"""What iOS says, typed here a second time on purpose, so that no translation can change it.

Labels: the menus of iOS 16.2 and users' records; messages: Apple's own texts (iOS 15).
"""

from copy import copy

import pytest
from site_reader import EVERY_LOCALE, LOCALES

MESSAGES = {
    "ja": (
        "SSL接続できません",
        "サーバの識別情報を検証できません",
        "メールを取得できません",
        "メールを送信できません",
    ),
    "en": (
        "Cannot Connect Using SSL",
        "Cannot Verify Server Identity",
        "Cannot Get Mail",
        "Cannot Send Mail",
    ),
    "zh": ("无法使用SSL连接", "无法验证服务器身份", "无法收取邮件", "无法发送邮件"),
    "zh-TW": ("無法使用SSL連線", "無法驗證伺服器識別身分", "無法收取郵件", "無法傳送郵件"),
    "ko": (
        "SSL을 사용하여 연결할 수 없음",
        "서버 신원 확인할 수 없음",
        "메일을 가져올 수 없음",
        "메일을 보낼 수 없음",
    ),
    "vi": (
        "Không thể Kết nối Bằng SSL",
        "Không thể Xác minh Nhận dạng Máy chủ",
        "Không thể nhận thư",
        "Không thể gửi thư",
    ),
    "es": (
        "No se puede conectar con SSL",
        "Imposible verificar identidad del servidor",
        "No se puede recibir correo",
        "No se puede enviar correo",
    ),
    "pt-BR": (
        "Não Pôde Conectar Usando SSL",
        "A Identidade do Servidor Não Pode Ser Verificada",
        "Não Pode Obter Correio",
        "Não Pode Enviar Correio",
    ),
    "th": (
        "ไม่สามารถเชื่อมต่อได้โดยใช้ SSL",
        "ไม่สามารถตรวจสอบยืนยันข้อมูลประจำตัวของเซิร์ฟเวอร์ได้",
        "ไม่สามารถรับเมลได้",
        "ไม่สามารถส่งอีเมลได้",
    ),
    "id": (
        "Tidak Dapat Terhubung Menggunakan SSL",
        "Tidak Dapat Memverifikasi Identitas Server",
        "Tidak Dapat Mengambil Mail",
        "Tidak Dapat Mengirim Mail",
    ),
}
# Settings, Mail > Accounts, General, VPN & Device Management, Reset Network Settings
LABELS = {
    "ja": ("設定", "アカウント", "一般", "VPNとデバイス管理", "ネットワーク設定をリセット"),
    "en": (
        "Settings",
        "Accounts",
        "General",
        "VPN & Device Management",
        "Reset Network Settings",
    ),
    "zh": ("设置", "帐户", "通用", "VPN与设备管理", "还原网络设置"),
    "zh-TW": ("設定", "帳號", "一般", "VPN與裝置管理", "重置網路設定"),
    "ko": ("설정", "계정", "일반", "VPN 및 기기 관리", "네트워크 설정 재설정"),
    "vi": (
        "Cài đặt",
        "Tài khoản",
        "Cài đặt chung",
        "Quản lý VPN & Thiết bị",
        "Đặt lại cài đặt mạng",
    ),
    "pt-BR": (
        "Ajustes",
        "Contas",
        "Geral",
        "Gerenciamento de VPN e Dispositivo",
        "Redefinir Ajustes de Rede",
    ),
    "es": (
        "Configuración",
        "Cuentas",
        "General",
        "Admón. de dispositivos y VPN",
        "Restablecer la configuración de red",
    ),
    "th": (
        "การตั้งค่า",
        "บัญชี",
        "ทั่วไป",
        "การจัดการ VPN และอุปกรณ์",
        "รีเซ็ตการตั้งค่าเครือข่าย",
    ),
    "id": ("Pengaturan", "Akun", "Umum", "Manajemen VPN & Perangkat", "Atur Ulang Jaringan"),
}
# iOS speaks none of these; readers see the labels of a language that it speaks.
BORROWED = {"ja-easy": "ja", "ne": "en", "my": "en", "tl": "en"}


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale in MESSAGES])
def test_the_messages_are_apples(locale, site):
    page = site.page(locale, "errors").article.get_text()
    for message in MESSAGES[locale]:
        assert message in page


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale in LABELS])
def test_the_menu_paths_are_apples(locale, site):
    settings, accounts, general, management, reset = LABELS[locale]
    network = site.page(locale, "still-failing").article
    path = network.select_one("[data-place=reset-network] .ios-path__steps")
    shown = [item.get_text() for item in path.select("li")]
    assert shown[:2] == [settings, general]
    assert shown[-1] == reset
    profiles = site.page(locale, "profile").article.select_one("[data-place=profiles]")
    assert [item.get_text() for item in profiles.select_one("ol").select("li")] == [
        settings,
        general,
        management,
    ]
    account = site.page(locale, "manual-setup").article.select_one("[data-place=add-account]")
    assert any(item.get_text() == accounts for item in account.select("li"))


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale in BORROWED])
def test_a_language_that_ios_lacks_shows_the_labels_of_another(locale, site):
    """They are marked as the other language's, and Japanese and English are both there."""
    page = site.page(locale, "profile").article
    source = LABELS[BORROWED[locale]]
    place = copy(page.select_one("[data-place=profiles]"))
    first = place.select_one("ol")
    for item in first.select("rt, rp"):
        item.extract()
    assert [item.get_text() for item in first.select("li")] == [source[0], source[2], source[3]]
    if BORROWED[locale] != locale.split("-")[0]:
        assert first["lang"] == BORROWED[locale]
    text = place.get_text()
    assert LABELS["ja"][3] in text
    assert LABELS["en"][3] in text


def test_every_language_is_either_ios_own_or_borrows():
    """A new language is added to one of the lists above."""
    assert set(EVERY_LOCALE) == {*LABELS, *BORROWED}
    assert LABELS.keys() == MESSAGES.keys()
