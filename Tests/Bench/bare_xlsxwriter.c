/* Writes the task list of WriterBench through libxlsxwriter and nothing else.

       bare_xlsxwriter ROWS FILE

   The same cells, formats of the same kinds, rows in order and out of memory at once: what the
   library itself costs. Heading on row 3, the list from row 4 on, as in a companion workbook.  */

#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum { COLUMNS = 18, TEXT = 200 };

static const char *headings[COLUMNS] = {
    "序号",     "任务",     "分类",     "牵头领导", "牵头单位", "责任单位",
    "重难点",   "开始日期", "完成时限", "状态",     "进度",     "序时进度",
    "序时差",   "灯",       "逾期天数", "进展情况", "下一步措施", "任务编号",
};

/* NULL for text. */
static const char *number_formats[COLUMNS] = {
    "0",  NULL, NULL, NULL,   NULL,   NULL,  NULL, "yyyy-mm-dd", "yyyy-mm-dd",
    NULL, "0.0%", "0.0%", "0.0", NULL, "0", NULL, NULL, NULL,
};

static lxw_worksheet *sheet;
static lxw_format *formats[COLUMNS];

static void text(lxw_row_t row, lxw_col_t column, const char *value)
{
    if (*value)
        worksheet_write_string(sheet, row, column, value, formats[column]);
}

static void number(lxw_row_t row, lxw_col_t column, double value)
{
    worksheet_write_number(sheet, row, column, value, formats[column]);
}

#define FORMATTED(column, ...)                    \
    do {                                          \
        char buffer[TEXT];                        \
        snprintf(buffer, TEXT, __VA_ARGS__);      \
        text(row, column, buffer);                \
    } while (0)

static void write_row(lxw_row_t row, long i)
{
    number(row, 0, i + 1);
    FORMATTED(1, "加快建设重点项目审批服务平台（第%ld项）", i + 1);
    FORMATTED(2, "第%ld类", i % 20);
    FORMATTED(3, "副市长%ld", i % 9);
    FORMATTED(4, "第%ld局", i % 3000);
    FORMATTED(5, "第%ld局、第%ld局", i % 2999, i % 2998);
    text(row, 6, i % 20 == 0 ? "是" : "");
    number(row, 7, 44927 + i % 120);
    number(row, 8, 44927 + 120 + i % 240);
    text(row, 9, i % 3 == 0 ? "已完成" : "推进中");
    number(row, 10, (i * 37 % 1001) / 1000.0);
    number(row, 11, (i * 53 % 1001) / 1000.0);
    number(row, 12, (i * 71 % 401 - 200) / 10.0);
    text(row, 13, i % 7 == 0 ? "红灯" : "绿灯");
    if (i % 7 == 0)
        number(row, 14, i % 90);
    FORMATTED(15, "项目主体已完工，正在组织验收（%ld）", i % 97);
    FORMATTED(16, "倒排工期，挂图作战，按周通报（%ld）", i % 89);
    FORMATTED(17, "bench-%ld", i + 1);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *workbook = workbook_new_opt(argv[2], &options);
    sheet = workbook_add_worksheet(workbook, NULL);
    for (int column = 0; column < COLUMNS; column++) {
        formats[column] = workbook_add_format(workbook);
        format_set_font_name(formats[column], "仿宋");
        format_set_font_size(formats[column], 10.5);
        if (number_formats[column])
            format_set_num_format(formats[column], number_formats[column]);
        else
            format_set_text_wrap(formats[column]);
        worksheet_write_string(sheet, 2, column, headings[column], formats[column]);
    }
    long rows = atol(argv[1]);
    for (long i = 0; i < rows; i++)
        write_row(3 + i, i);
    return workbook_close(workbook) != LXW_NO_ERROR;
}
