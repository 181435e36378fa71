"""The rules of citation as published: what each recognises, with lines it must find and near misses."""

import re

from pipeline.enrich.citations import grammar
from pipeline.enrich.citations.laws import LAW_NAME
from pipeline.enrich.citations.relations import VERB
from pipeline.rules import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "citation-numbered", "enrich", "recognise",
        "Tên loại, số và ký hiệu: loại văn bản theo lời văn, số như in, kể cả khi gõ hoặc nhận dạng sai.",
        (
            "theo Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ",
            "Kết luận số 296-KL/TU", "Công văn số 1246/UBND-VX", "Quyết định số 1977 /QĐ-UBND",
            "Công văn số 109/UBND - VX", "Quyết định số 1830 QĐ-UBND", "Công văn số 1 0 9 4 3 /BYT-MT",
            "Nghị định số 126/2020/NĐ-CP", "QÐ-UBND: Quyết định số 12/QÐ–UBND",
        ),
        ("ngày 16/3/2020", "đạt 3/4 số xã", "bố trí 2 m/người", "số 12 Lê Lợi"),
        re.compile(grammar.NUMBER),
    ),
    Rule(
        "citation-number-alone", "enrich", "recognise",
        "Số và ký hiệu có mã loại văn bản thì không cần tên loại đứng trước.",
        ("(33/NQ-CP ngày 29/3/2020)", "tại số 77/TB-VPCP"), ("QCVN 01:2018/BYT", "tỷ lệ 3/10-TU"),
        re.compile(grammar.PLAIN_NUMBER),
    ),
    Rule(
        "citation-short", "enrich", "recognise",
        "Tên gọi tắt: chỉ có số, không ký hiệu; được nối với lần nhắc đầy đủ trong cùng văn bản.",
        ("theo Chỉ thị 16", "Nghị quyết số 128 của Chính phủ", "thực hiện Đề án 06"),
        ("Kế hoạch 5 năm", "Quyết định 3 nội dung", "Chỉ thị 16/CT-TTg"),
        re.compile(rf"(?:{grammar.TYPE_WORD})\s(?:{grammar.NUMBER_WORD})?{grammar.SHORT_NUMBER}"),
    ),
    Rule(
        "citation-law-by-name", "enrich", "recognise",
        "Luật, bộ luật, pháp lệnh, Hiến pháp gọi bằng tên, có hoặc không có năm.",
        (
            "theo Luật Phòng, chống bệnh truyền nhiễm năm 2007", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
            "Bộ luật Hình sự", "Luật Khám bệnh, chữa bệnh và các văn bản hướng dẫn",
        ),
        ("theo quy định của pháp luật", "Luật này", "kỷ luật Đảng", "trước ngày 15 tháng 9"),
        LAW_NAME,
    ),
    Rule(
        "citation-provision", "enrich", "recognise",
        "Điều, khoản, điểm đứng ngay trước tên văn bản là phần được viện dẫn.",
        ("theo điểm a khoản 2 Điều 49 ", "tại khoản 1, khoản 3 Điều 5 của "), ("điểm cầu tỉnh của ", "Điều này và "),
        re.compile(grammar.PROVISION[:-1]),
    ),
    Rule(
        "citation-relation", "enrich", "recognise",
        "Động từ đứng trước quyết định quan hệ, cho cả danh sách sau nó.",
        ("Chỉ thị này thay thế Chỉ thị số 24", "Bãi bỏ Quyết định", "Căn cứ Luật", "triển khai Nghị quyết", "Sửa đổi, bổ sung Điều 3"),
        ("ban hành Quyết định", "có Công văn"),
        VERB,
    ),
)  # fmt: skip
