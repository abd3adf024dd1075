/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-desk-log.h"

#include "core/mdg-csv.h"
#include "core/mdg-desk-log.h"

/**
 * mdg_export_desk_log_get_situation:
 * @pack: a guide pack
 * @id: the id of a situation, perhaps of another version of @pack
 *
 * Returns: what the situation is called, or @id where @pack does not know it
 */
const char *
mdg_export_desk_log_get_situation (const MdgGuidePack *pack, const char *id)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, id);

  return situation != NULL ? mdg_guide_text_get (&situation->title) : id;
}

/**
 * mdg_export_desk_log_get_outcome:
 * @pack: a guide pack
 * @id: the id of an outcome, perhaps of another version of @pack
 *
 * Returns: what the outcome is called, of its versions in the latest, or @id where @pack does not
 *   know it
 */
const char *
mdg_export_desk_log_get_outcome (const MdgGuidePack *pack, const char *id)
{
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  const char *title = id;

  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      if (node->type == MDG_NODE_OUTCOME && g_str_equal (node->id, id))
        title = mdg_guide_text_get (&node->text);
    }

  return title;
}

/**
 * mdg_export_desk_log:
 * @counts: (element-type MdgDeskLogCount): how often what came of which case
 * @pack: the guide pack that knows what they are called
 *
 * Writes the counts as comma-separated text: month, case, outcome, count, and the two ids, which
 * are the same in every language and in every version of the pack.
 *
 * Returns: (transfer full): the text
 */
char *
mdg_export_desk_log (GPtrArray *counts, const MdgGuidePack *pack)
{
  GString *out = g_string_new ("month,situation,outcome,count,situation_id,outcome_id\n");

  for (guint i = 0; i < counts->len; i++)
    {
      const MdgDeskLogCount *count = g_ptr_array_index (counts, i);
      g_autofree char *month = mdg_month_to_string (count->month);

      g_string_append_printf (out, "%s,", month);
      mdg_csv_append (out, mdg_export_desk_log_get_situation (pack, count->situation_id));
      g_string_append_c (out, ',');
      mdg_csv_append (out, mdg_export_desk_log_get_outcome (pack, count->outcome_id));
      g_string_append_printf (out, ",%u,", count->count);
      mdg_csv_append (out, count->situation_id);
      g_string_append_c (out, ',');
      mdg_csv_append (out, count->outcome_id);
      g_string_append_c (out, '\n');
    }

  return g_string_free_and_steal (out);
}
