/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-search.h"

#include <string.h>

#define KATAKANA_SMALL_A 0x30a1
#define KATAKANA_SMALL_KE 0x30f6
#define KATAKANA_TO_HIRAGANA 0x60
#define HIRAGANA_SMALL_A (KATAKANA_SMALL_A - KATAKANA_TO_HIRAGANA)
#define HIRAGANA_SMALL_KE (KATAKANA_SMALL_KE - KATAKANA_TO_HIRAGANA)
#define BLACK_DOT 0x25cf

/* A node as a situation reaches it, with its texts made alike. */
typedef struct
{
  const MdgNode *node;
  char *text;
} Page;

typedef struct
{
  const MdgSituation *situation;
  char *title;
  char *head;    /* title, line and keywords */
  GArray *pages; /* (element-type Page): breadth first, as a walk meets them */
  char *all;     /* head and pages */
} Entry;

struct _MdgGuideSearch
{
  MdgGuidePack *pack;
  GHashTable *folded; /* (owned) MdgNode -> its folded text */
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry->head);
  g_free (entry->all);
  g_array_unref (entry->pages);
}

static void
append_text (GString *string, const MdgGuideText *text)
{
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    if (text->in[i] != NULL)
      {
        g_string_append (string, text->in[i]);
        g_string_append_c (string, '\n');
      }
}

static char *
fold_and_free (GString *string)
{
  g_autofree char *text = g_string_free_and_steal (string);

  return mdg_guide_search_fold (text);
}

static char *
fold_node (const MdgNode *node)
{
  GString *string = g_string_new (NULL);

  append_text (string, &node->text);
  append_text (string, &node->help);
  append_text (string, &node->say);
  append_text (string, &node->charge);
  append_text (string, &node->claim);
  append_text (string, &node->note);
  append_text (string, &node->next_time);
  append_text (string, &node->form);
  append_text (string, &node->basis.doubt);
  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);

      append_text (string, &choice->text);
      append_text (string, &choice->detail);
    }

  return fold_and_free (string);
}

static void
add_page (MdgGuideSearch *self, Entry *entry, const MdgNode *node)
{
  Page page = { .node = node };

  for (guint i = 0; i < entry->pages->len; i++)
    if (g_array_index (entry->pages, Page, i).node == node)
      return;

  page.text = g_hash_table_lookup (self->folded, node);
  if (page.text == NULL)
    {
      page.text = fold_node (node);
      g_hash_table_insert (self->folded, (gpointer) node, page.text);
    }
  g_array_append_val (entry->pages, page);
}

static void
add_pages (MdgGuideSearch *self, Entry *entry, MdgDay day)
{
  const MdgNode *start = mdg_guide_pack_resolve (self->pack, entry->situation->start, day);

  if (start != NULL)
    add_page (self, entry, start);

  for (guint i = 0; i < entry->pages->len; i++)
    {
      const MdgNode *node = g_array_index (entry->pages, Page, i).node;

      for (guint j = 0; j < node->choices->len; j++)
        {
          const MdgChoice *choice = g_ptr_array_index (node->choices, j);
          const MdgNode *next = mdg_guide_pack_resolve (self->pack, choice->next, day);

          if (next != NULL)
            add_page (self, entry, next);
        }
    }
}

static void
add_entry (MdgGuideSearch *self, const MdgSituation *situation, MdgDay day)
{
  Entry entry = {
    .situation = situation,
    .pages = g_array_new (FALSE, FALSE, sizeof (Page)),
  };
  GString *title = g_string_new (NULL);
  GString *head = g_string_new (NULL);
  GString *all;

  append_text (title, &situation->title);
  append_text (head, &situation->title);
  append_text (head, &situation->line);
  append_text (head, &situation->keywords);
  entry.title = fold_and_free (title);
  entry.head = fold_and_free (head);
  add_pages (self, &entry, day);

  all = g_string_new (entry.head);
  for (guint i = 0; i < entry.pages->len; i++)
    g_string_append (all, g_array_index (entry.pages, Page, i).text);
  entry.all = g_string_free_and_steal (all);

  g_array_append_val (self->entries, entry);
}

static gboolean
has_all (const char *text, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static const MdgNode *
find_page (const Entry *entry, char **words)
{
  for (guint i = 0; i < entry->pages->len; i++)
    {
      const Page *page = &g_array_index (entry->pages, Page, i);

      if (has_all (page->text, words))
        return page->node;
    }

  return NULL;
}

static void
add_hit (GArray *hits, const MdgSituation *situation, const MdgNode *node)
{
  MdgGuideHit hit = { .situation = situation, .node = node };

  g_array_append_val (hits, hit);
}

static gboolean
is_kana (gunichar c)
{
  return c >= HIRAGANA_SMALL_A && c <= HIRAGANA_SMALL_KE;
}

/* Some write リーダ and some リーダー, and a dash stands for the mark where that is hard to type. */
static gboolean
is_prolonged_sound (gunichar c)
{
  return c == 0x30fc || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Other round black marks than the one on the screen of the reader. */
static gboolean
is_black_dot (gunichar c)
{
  return c == 0x2022 || c == 0x26ab || c == 0x2b24;
}

/**
 * mdg_guide_search_fold:
 * @text: any text
 *
 * Makes written forms alike: compatibility forms are composed (NFKC), letter case is folded,
 * katakana becomes hiragana, and prolonged sound marks are left out.
 *
 * Returns: (transfer full): @text as the index has it
 */
char *
mdg_guide_search_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_casefold (composed, -1);
  GString *folded = g_string_sized_new (strlen (lower));
  gunichar last = 0;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= KATAKANA_SMALL_A && c <= KATAKANA_SMALL_KE)
        c -= KATAKANA_TO_HIRAGANA;
      if (is_prolonged_sound (c) && is_kana (last))
        continue;
      if (is_black_dot (c))
        c = BLACK_DOT;
      last = c;
      g_string_append_unichar (folded, c);
    }

  return g_string_free_and_steal (folded);
}

/**
 * mdg_guide_search_new:
 * @pack: a guide pack
 * @day: the day whose rules are searched
 *
 * Returns: (transfer full): an index over the procedures of @day
 */
MdgGuideSearch *
mdg_guide_search_new (MdgGuidePack *pack, MdgDay day)
{
  MdgGuideSearch *self = g_new0 (MdgGuideSearch, 1);
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);

  self->pack = mdg_guide_pack_ref (pack);
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  for (guint i = 0; i < situations->len; i++)
    add_entry (self, g_ptr_array_index (situations, i), day);

  return self;
}

/**
 * mdg_guide_search_free:
 * @self: (transfer full): an index
 *
 * Frees @self.
 */
void
mdg_guide_search_free (MdgGuideSearch *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->folded);
  mdg_guide_pack_unref (self->pack);
  g_free (self);
}

/**
 * mdg_guide_search_find:
 * @self: an index
 * @words: words separated by spaces, as typed
 *
 * Finds the situations that have all of @words anywhere. Those that have them in the title come
 * first, then in line and keywords, then on one of their pages, then spread over several; within
 * each the pack's order is kept.
 *
 * Returns: (transfer full) (element-type MdgGuideHit): what was found; every situation if @words
 *   has none
 */
GArray *
mdg_guide_search_find (MdgGuideSearch *self, const char *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (MdgGuideHit));
  g_autofree char *folded = mdg_guide_search_fold (words);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = g_strsplit_set (folded, " \t\n", -1);
  g_auto (GStrv) wanted = NULL;

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (builder, all[i]);
  wanted = g_strv_builder_end (builder);

  for (guint rank = 0; rank < 4; rank++)
    for (guint i = 0; i < self->entries->len; i++)
      {
        const Entry *entry = &g_array_index (self->entries, Entry, i);
        gboolean in_title = has_all (entry->title, wanted);
        gboolean in_head = in_title || has_all (entry->head, wanted);
        const MdgNode *page = in_head ? NULL : find_page (entry, wanted);

        if (rank == 0 && in_title)
          add_hit (hits, entry->situation, NULL);
        else if (rank == 1 && in_head && !in_title)
          add_hit (hits, entry->situation, NULL);
        else if (rank == 2 && page != NULL)
          add_hit (hits, entry->situation, page);
        else if (rank == 3 && !in_head && page == NULL && has_all (entry->all, wanted))
          add_hit (hits, entry->situation, NULL);
      }

  return hits;
}
