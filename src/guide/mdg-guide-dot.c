/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-dot.h"

/* Width of a line in a box, in Latin letters; longer ones make a graph that nobody can look at as a
 * whole. */
#define LINE_CELLS 28

static void
append_escaped (GString *out, gunichar c)
{
  if (c == '"' || c == '\\')
    g_string_append_c (out, '\\');
  g_string_append_unichar (out, c);
}

static gboolean
may_begin_line (gunichar c)
{
  return g_utf8_strchr ("、。，．）」』】？！ー・々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", -1, c) ==
         NULL;
}

static guint
get_cells (gunichar c)
{
  return g_unichar_iswide (c) ? 2 : 1;
}

/* The end of what must stand on one line: a word, or one Japanese letter with what closes it. */
static const char *
find_unit_end (const char *text, guint *cells)
{
  gboolean is_wide = g_unichar_iswide (g_utf8_get_char (text));
  const char *p = g_utf8_next_char (text);

  *cells = get_cells (g_utf8_get_char (text));
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == '\n' || (may_begin_line (c) && (is_wide || g_unichar_iswide (c))))
        break;
      *cells += get_cells (c);
    }

  return p;
}

/* Breaks between words, and anywhere in Japanese but before what closes. */
static void
append_wrapped (GString *out, const char *text)
{
  guint column = 0;
  gboolean blank = FALSE;
  const char *p = text;

  while (p != NULL && *p != '\0')
    {
      const char *end;
      guint cells;

      if (*p == ' ' || *p == '\n')
        {
          blank = column > 0;
          p++;
          continue;
        }

      end = find_unit_end (p, &cells);
      if (column > 0 && column + blank + cells > LINE_CELLS)
        {
          g_string_append (out, "\\n");
          column = 0;
        }
      else if (blank)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      blank = FALSE;
      column += cells;
      for (; p < end; p = g_utf8_next_char (p))
        append_escaped (out, g_utf8_get_char (p));
    }
}

/* The versions of a node are boxes of their own, told apart by the day on which they begin. */
static void
append_name (GString *out, const MdgNode *node)
{
  g_autofree char *from = NULL;

  g_string_append_printf (out, "\"%s", node->id);
  if (node->basis.valid_from != MDG_DAY_NONE)
    {
      from = mdg_day_to_string (node->basis.valid_from);
      g_string_append_printf (out, " %s", from);
    }
  g_string_append_c (out, '"');
}

static void
append_validity (GString *out, const MdgGuideBasis *basis)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (basis->valid_from == MDG_DAY_NONE && basis->valid_until == MDG_DAY_NONE)
    return;

  from = basis->valid_from != MDG_DAY_NONE ? mdg_day_to_string (basis->valid_from) : g_strdup ("");
  until =
    basis->valid_until != MDG_DAY_NONE ? mdg_day_to_string (basis->valid_until) : g_strdup ("");
  g_string_append_printf (out, "\\n%s–%s", from, until);
}

static gboolean
overlap (const MdgGuideBasis *a, const MdgGuideBasis *b)
{
  return (a->valid_until == MDG_DAY_NONE || b->valid_from == MDG_DAY_NONE ||
          a->valid_until >= b->valid_from) &&
         (b->valid_until == MDG_DAY_NONE || a->valid_from == MDG_DAY_NONE ||
          b->valid_until >= a->valid_from);
}

/* An arrow to each version of @next that holds on some day on which its origin does. */
static void
append_arrows (GString *out,
               const MdgGuidePack *pack,
               const char *from,
               const MdgGuideBasis *basis,
               const char *next,
               const char *label)
{
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);

  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      if (!g_str_equal (node->id, next) || !overlap (basis, &node->basis))
        continue;
      g_string_append_printf (out, "  %s -> ", from);
      append_name (out, node);
      g_string_append (out, " [label=\"");
      append_wrapped (out, label);
      g_string_append (out, "\"];\n");
    }
}

static void
append_situation (GString *out, const MdgGuidePack *pack, const MdgSituation *situation)
{
  g_autofree char *name = g_strdup_printf ("\"situation %s\"", situation->id);

  g_string_append_printf (out, "  %s [shape=house, style=filled, fillcolor=\"#dddddd\", label=\"",
                          name);
  append_wrapped (out, mdg_guide_text_get (&situation->title));
  append_validity (out, &situation->basis);
  g_string_append (out, "\"];\n");
  append_arrows (out, pack, name, &situation->basis, situation->start, "");
}

static void
append_node (GString *out, const MdgGuidePack *pack, const MdgNode *node)
{
  static const char *const colors[] = {
    [MDG_TONE_PROCEED] = "#c8f0c8",
    [MDG_TONE_CAUTION] = "#fff0b0",
    [MDG_TONE_STOP] = "#f8c8c8",
  };
  g_autoptr (GString) name = g_string_new (NULL);

  append_name (name, node);
  g_string_append_printf (out, "  %s [", name->str);
  if (node->type == MDG_NODE_OUTCOME)
    g_string_append_printf (out, "shape=box, style=\"filled,rounded\", fillcolor=\"%s\", ",
                            colors[node->tone]);
  else
    g_string_append (out, "shape=ellipse, ");
  g_string_append (out, "label=\"");
  append_wrapped (out, mdg_guide_text_get (&node->text));
  append_validity (out, &node->basis);
  g_string_append (out, "\"];\n");

  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);

      append_arrows (out, pack, name->str, &node->basis, choice->next,
                     mdg_guide_text_get (&choice->text));
    }
}

/**
 * mdg_guide_dot_write:
 * @pack: a guide pack
 * @length: (out) (optional): length of the text in bytes
 *
 * Writes the graph of a pack's procedures in the DOT language, so that it can be drawn and reviewed:
 * situations, questions and outcomes with all of their versions and the dates between which they hold.
 * Texts are in the language of the screen.
 *
 * Returns: (transfer full): the text, in UTF-8
 */
char *
mdg_guide_dot_write (const MdgGuidePack *pack, gsize *length)
{
  GString *out = g_string_new ("digraph guide {\n  rankdir=LR;\n  node [fontname=\"sans\"];\n"
                               "  edge [fontname=\"sans\", fontsize=10];\n");
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);

  for (guint i = 0; i < situations->len; i++)
    append_situation (out, pack, g_ptr_array_index (situations, i));
  for (guint i = 0; i < nodes->len; i++)
    append_node (out, pack, g_ptr_array_index (nodes, i));
  g_string_append (out, "}\n");

  if (length != NULL)
    *length = out->len;

  return g_string_free_and_steal (out);
}
