/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "draw/mdg-chart-table.h"

static MdgChartTable *
new_table (void)
{
  MdgChartTable *table = mdg_chart_table_new ();

  mdg_chart_table_add_column (table, "Area", MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, "Figure", MDG_CHART_COLUMN_NUMBER);
  mdg_chart_table_add_row (table, "福島県", "42.93%", NULL);
  mdg_chart_table_add_row (table, "a \"b\", c", "101,991,041", NULL);
  mdg_chart_table_add_row (table, "tab\there\nline", "", NULL);

  return table;
}

static void
test_cells (void **state)
{
  g_autoptr (MdgChartTable) table = new_table ();

  assert_int_equal (mdg_chart_table_get_n_columns (table), 2);
  assert_int_equal (mdg_chart_table_get_n_rows (table), 3);
  assert_string_equal (mdg_chart_table_get_title (table, 1), "Figure");
  assert_int_equal (mdg_chart_table_get_kind (table, 1), MDG_CHART_COLUMN_NUMBER);
  assert_int_equal (mdg_chart_table_get_kind (table, 0), MDG_CHART_COLUMN_TEXT);
  assert_string_equal (mdg_chart_table_get_cell (table, 1, 1), "101,991,041");
}

static void
test_tsv_keeps_one_line_a_row (void **state)
{
  g_autoptr (MdgChartTable) table = new_table ();
  g_autofree char *text = mdg_chart_table_to_tsv (table);

  assert_string_equal (text, "Area\tFigure\n"
                             "福島県\t42.93%\n"
                             "a \"b\", c\t101,991,041\n"
                             "tab here line\t\n");
}

static void
test_csv_quotes_what_must_be (void **state)
{
  g_autoptr (MdgChartTable) table = new_table ();
  g_autofree char *text = mdg_chart_table_to_csv (table);

  assert_string_equal (text, "Area,Figure\r\n"
                             "福島県,42.93%\r\n"
                             "\"a \"\"b\"\", c\",\"101,991,041\"\r\n"
                             "\"tab\there\nline\",\r\n");
}

static void
test_no_cell_is_a_formula (void **state)
{
  g_autoptr (MdgChartTable) table = mdg_chart_table_new ();
  g_autofree char *tsv = NULL;
  g_autofree char *csv = NULL;

  mdg_chart_table_add_column (table, "=1+1", MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, "-x", MDG_CHART_COLUMN_NUMBER);
  mdg_chart_table_add_row (table, "@SUM", "-1.24", NULL);
  mdg_chart_table_add_row (table, "+81 3", "+0.83 points", NULL);
  tsv = mdg_chart_table_to_tsv (table);
  csv = mdg_chart_table_to_csv (table);

  assert_string_equal (tsv, "'=1+1\t'-x\n'@SUM\t-1.24\n'+81 3\t'+0.83 points\n");
  assert_string_equal (csv,
                       "\"'=1+1\",\"'-x\"\r\n\"'@SUM\",-1.24\r\n\"'+81 3\",\"'+0.83 points\"\r\n");
}

static void
test_no_columns (void **state)
{
  g_autoptr (MdgChartTable) table = mdg_chart_table_new ();
  g_autofree char *text = mdg_chart_table_to_csv (table);

  assert_int_equal (mdg_chart_table_get_n_rows (table), 0);
  assert_string_equal (text, "");
}

static void
test_what_is_left_over_is_empty (void **state)
{
  g_autoptr (MdgChartTable) table = mdg_chart_table_new ();

  mdg_chart_table_add_column (table, "Area", MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, "Figure", MDG_CHART_COLUMN_NUMBER);
  mdg_chart_table_add_column (table, "Source", MDG_CHART_COLUMN_SOURCE);
  mdg_chart_table_add_row (table, "Japan", NULL);

  assert_string_equal (mdg_chart_table_get_cell (table, 0, 0), "Japan");
  assert_string_equal (mdg_chart_table_get_cell (table, 0, 1), "");
  assert_string_equal (mdg_chart_table_get_cell (table, 0, 2), "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_is_left_over_is_empty),
    cmocka_unit_test (test_cells),
    cmocka_unit_test (test_tsv_keeps_one_line_a_row),
    cmocka_unit_test (test_csv_quotes_what_must_be),
    cmocka_unit_test (test_no_cell_is_a_formula),
    cmocka_unit_test (test_no_columns),
  };

  return mdg_test_run (tests);
}
