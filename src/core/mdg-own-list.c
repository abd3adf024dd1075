/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-own-list.h"

/**
 * mdg_own_item_free:
 * @self: (transfer full) (nullable): an item
 *
 * Frees an item.
 */
void
mdg_own_item_free (MdgOwnItem *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

/**
 * mdg_own_list_new:
 * @id: id of the checklist
 * @title: (nullable): its title if it is the facility's own
 *
 * Returns: (transfer full): a list without items
 */
MdgOwnList *
mdg_own_list_new (const char *id, const char *title)
{
  MdgOwnList *self = g_new0 (MdgOwnList, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_own_item_free);

  return self;
}

/**
 * mdg_own_list_free:
 * @self: (transfer full) (nullable): a list
 *
 * Frees a list with its items.
 */
void
mdg_own_list_free (MdgOwnList *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * mdg_own_lists_find:
 * @lists: (nullable) (element-type MdgOwnList): lists
 * @id: id of a checklist
 *
 * Returns: (transfer none) (nullable): the list of that checklist
 */
MdgOwnList *
mdg_own_lists_find (GPtrArray *lists, const char *id)
{
  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      MdgOwnList *list = g_ptr_array_index (lists, i);

      if (g_strcmp0 (list->id, id) == 0)
        return list;
    }

  return NULL;
}

/**
 * mdg_own_id_is_own:
 * @id: id of a checklist or of an item
 *
 * Returns: whether it is the facility's own; no id of a guide pack has this form
 */
gboolean
mdg_own_id_is_own (const char *id)
{
  return g_str_has_prefix (id, MDG_OWN_PREFIX);
}

/**
 * mdg_own_item_dup_id:
 * @self: an item
 *
 * Returns: (transfer full): the id that it has in a checklist
 */
char *
mdg_own_item_dup_id (const MdgOwnItem *self)
{
  return g_strdup_printf (MDG_OWN_PREFIX "%lld", (long long) self->id);
}

/**
 * mdg_own_clean_text:
 * @text: what somebody typed
 *
 * Takes the blanks off its ends, full-width ones too, and makes line breaks and control characters
 * in it blanks.
 *
 * Returns: (transfer full): the text, of %MDG_OWN_MAX_TEXT characters at most; may be empty
 */
char *
mdg_own_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  gsize end = 0;
  glong n = 0;

  for (const char *p = valid; *p != '\0' && n < MDG_OWN_MAX_TEXT; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      if (is_blank && clean->len == 0)
        continue;
      if (g_unichar_iscntrl (c))
        c = ' ';
      g_string_append_unichar (clean, c);
      if (!is_blank)
        end = clean->len;
      n++;
    }

  return g_strndup (clean->str, end);
}
