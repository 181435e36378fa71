"""The published tables: the one home of the schema."""

from pipeline.tables.audit import Anomaly, Evidence, RuleRow, Segment, Stamp
from pipeline.tables.core import Clause, Directive
from pipeline.tables.meaning import Agency, Assignment, Citation, Deadline, Province, Recipient, Work
from pipeline.tables.schema import Column, Description, Table
from pipeline.tables.topics import ClauseTopic, Topic
from pipeline.tables.validity import Validity

TABLES: tuple[Table, ...] = (
    Table("directives", Directive, Description("Mỗi dòng một văn bản", "One row a document")),
    Table("clauses", Clause, Description(
        "Mỗi dòng một điều, khoản, điểm, gạch đầu dòng hoặc đoạn",
        "One row a numbered clause, point, bullet or paragraph of the body")),
    Table("segments", Segment, Description(
        "Mọi ký tự của nguồn thuộc đúng một đoạn: giữ, loại bỏ hoặc khoảng trắng",
        "Every character of the source belongs to exactly one segment")),
    Table("rules", RuleRow, Description("Các quy tắc và số lần áp dụng", "Rules and how often each acted")),
    Table("evidence", Evidence, Description(
        "Chỗ trong nguồn nói lên mỗi giá trị của directives", "What states each value of directives")),
    Table("anomalies", Anomaly, Description(
        "Điểm đáng ngờ trong nguồn, không bị sửa", "What a careful reader would question; never corrected")),
    Table("stamps", Stamp, Description("Dấu đến, chữ ký số, chữ ký tay", "Registry stamps and signatures")),
    Table("recipients", Recipient, Description("Kính gửi và Nơi nhận", "Addressees and distribution list")),
    Table("citations", Citation, Description("Các lần viện dẫn văn bản khác", "Mentions of other documents")),
    Table("works", Work, Description("Các văn bản được viện dẫn, có trong kho hay không", "Distinct cited documents")),
    Table("assignments", Assignment, Description("Ai phải làm gì", "Who must act")),
    Table("agencies", Agency, Description("Danh mục cơ quan, tổ chức", "Code list of agencies")),
    Table("deadlines", Deadline, Description("Thời hạn, định kỳ", "Deadlines, periods and recurrences")),
    Table("provinces", Province, Description(
        "63 tỉnh, thành phố và 34 tỉnh, thành phố từ 01/7/2025", "The 63 provinces and the 34 since 2025-07-01")),
    Table("topics", Topic, Description("Khung chủ đề", "The scheme of topics")),
    Table("clause_topics", ClauseTopic, Description(
        "Mỗi điều khoản nói về chủ đề nào", "Which clause speaks of which topic")),
    Table("validity", Validity, Description(
        "Hiệu lực của mỗi văn bản, theo chính các văn bản trong kho",
        "What ends each document, as far as texts of the corpus say")),
)  # fmt: skip

__all__ = [
    "TABLES", "Agency", "Anomaly", "Assignment", "Citation", "Clause", "ClauseTopic", "Column", "Deadline", "Description",
    "Directive", "Evidence", "Province", "Recipient", "RuleRow", "Segment", "Stamp", "Table", "Topic", "Validity", "Work",
]  # fmt: skip
