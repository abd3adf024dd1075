/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-library-private.h"

#include <glib/gi18n.h>

#include "guide/mdg-guide-pack-private.h"

enum
{
  PROP_0,
  PROP_FOLDER,
  PROP_PACK_ID,
  PROP_PACK,
  PROP_NOTICE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return MDG_TYPE_GUIDE_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return MDG_GUIDE_LIBRARY (model)->own->len + 1;
}

static MdgGuideEntry *
get_builtin (MdgGuideLibrary *self, GError **error)
{
  if (self->builtin == NULL)
    self->builtin = mdg_guide_entry_new_builtin (error);

  return self->builtin;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MdgGuideLibrary *self = MDG_GUIDE_LIBRARY (model);
  MdgGuideEntry *entry;

  if (position == 0)
    entry = get_builtin (self, NULL);
  else
    entry = position <= self->own->len ? g_ptr_array_index (self->own, position - 1) : NULL;

  return entry != NULL ? g_object_ref (entry) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MdgGuideLibrary,
                               mdg_guide_library,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
has_id (MdgGuideEntry *entry, const char *pack_id)
{
  MdgGuidePack *pack = mdg_guide_entry_get_pack (entry);

  return pack != NULL && g_str_equal (mdg_guide_pack_get_id (pack), pack_id);
}

static gboolean
find_own (MdgGuideLibrary *self, const char *pack_id, guint *index)
{
  for (guint i = 0; i < self->own->len; i++)
    if (has_id (g_ptr_array_index (self->own, i), pack_id))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* What the pages show is another one from now on. */
static void
change_pack (MdgGuideLibrary *self)
{
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PACK]);
}

static MdgGuidePack *
join (MdgGuideLibrary *self, MdgGuidePack *builtin)
{
  MdgGuidePack *in_use = mdg_guide_entry_get_pack (mdg_guide_library_get_in_use (self));
  MdgGuidePack *procedures = in_use->situations->len > 0 ? in_use : builtin;
  MdgGuidePack *outreach =
    in_use->outreach->len > 0 || in_use->materials->len > 0 ? in_use : builtin;
  g_autoptr (GPtrArray) checklists = g_ptr_array_new ();

  g_ptr_array_add (checklists, in_use);
  g_ptr_array_add (checklists, builtin);
  for (guint i = 0; i < self->own->len; i++)
    {
      MdgGuidePack *pack = mdg_guide_entry_get_pack (g_ptr_array_index (self->own, i));

      if (pack != NULL)
        g_ptr_array_add (checklists, pack);
    }

  return checklists->len > 2 ? mdg_guide_pack_new_joined (procedures, outreach, checklists)
                             : mdg_guide_pack_ref (builtin);
}

/**
 * mdg_guide_library_refuse_taken_id:
 * @self: a library
 * @entry: an entry that was just read
 *
 * Returns: (transfer full): @entry, or one that says that its id is that of the built-in pack: an id
 *   stands for one pack, in the folder and in what the user chose
 */
MdgGuideEntry *
mdg_guide_library_refuse_taken_id (MdgGuideLibrary *self, MdgGuideEntry *entry)
{
  MdgGuideEntry *builtin = get_builtin (self, NULL);
  const char *builtin_id;
  g_autofree char *reason = NULL;

  if (builtin == NULL)
    return g_object_ref (entry);
  builtin_id = mdg_guide_pack_get_id (mdg_guide_entry_get_pack (builtin));
  if (!has_id (entry, builtin_id))
    return g_object_ref (entry);

  reason = g_strdup_printf (_ ("The id “%s” is that of the built-in guide pack."), builtin_id);

  return mdg_guide_entry_new_refused (entry, reason,
                                      _ ("Give the pack an id of its own, such as “our-guide”."));
}

static MdgGuideEntry *
refuse_second (MdgGuideEntry *entry, GPtrArray *entries)
{
  MdgGuidePack *pack = mdg_guide_entry_get_pack (entry);

  for (guint i = 0; pack != NULL && i < entries->len; i++)
    {
      MdgGuideEntry *other = g_ptr_array_index (entries, i);
      g_autofree char *reason = NULL;

      if (!has_id (other, mdg_guide_pack_get_id (pack)))
        continue;

      reason = g_strdup_printf (_ ("The id “%s” is taken by the file “%s”."),
                                mdg_guide_pack_get_id (pack), mdg_guide_entry_get_name (other));

      return mdg_guide_entry_new_refused (entry, reason,
                                          _ ("Remove one of the two, or give it another id."));
    }

  return g_object_ref (entry);
}

/**
 * mdg_guide_library_set_notice:
 * @self: a library
 * @notice: (transfer full) (nullable): what the user must know
 *
 * Sets "notice".
 */
void
mdg_guide_library_set_notice (MdgGuideLibrary *self, char *notice)
{
  g_autofree char *owned = notice;

  if (g_set_str (&self->notice, owned))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

/* A pack that was chosen and is no good any more must not go unnoticed. */
static void
tell_missing (MdgGuideLibrary *self)
{
  guint index;
  MdgGuideEntry *broken = NULL;
  guint n_broken = 0;

  for (guint i = 0; i < self->own->len; i++)
    if (mdg_guide_entry_get_pack (g_ptr_array_index (self->own, i)) == NULL)
      {
        n_broken++;
        if (broken == NULL)
          broken = g_ptr_array_index (self->own, i);
      }

  if (n_broken > 0)
    {
      const MdgGuideProblem *first = g_ptr_array_index (mdg_guide_entry_get_problems (broken), 0);
      g_autofree char *line =
        mdg_guide_problem_to_string (first, mdg_guide_entry_get_name (broken));

      /* Translators: %s is a file, a place in it, what is wrong and what to do. */
      mdg_guide_library_set_notice (self,
                                    g_strdup_printf (_ ("A guide pack cannot be used. %s"), line));
    }
  else if (*self->pack_id != '\0' && !find_own (self, self->pack_id, &index))
    mdg_guide_library_set_notice (
      self, g_strdup_printf (_ ("The guide pack “%s” is no longer there. The built-in guide "
                                "pack is used."),
                             self->pack_id));
  else
    mdg_guide_library_set_notice (self, NULL);
}

/**
 * mdg_guide_library_take_all:
 * @self: a library
 * @entries: (element-type MdgGuideEntry): what was read from the folder
 *
 * Lets the list be @entries, and tells what is wrong with them.
 */
void
mdg_guide_library_take_all (MdgGuideLibrary *self, GPtrArray *entries)
{
  guint n_before = self->own->len;

  g_ptr_array_set_size (self->own, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (MdgGuideEntry) entry =
        mdg_guide_library_refuse_taken_id (self, g_ptr_array_index (entries, i));

      g_ptr_array_add (self->own, refuse_second (entry, self->own));
    }

  if (n_before > 0 || self->own->len > 0)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 1, n_before, self->own->len);
      change_pack (self);
    }
  tell_missing (self);
}

/* The place in the list of what @entry replaces: the same pack, or a bad file of the same name. */
static gboolean
find_replaced (MdgGuideLibrary *self, MdgGuideEntry *entry, guint *index)
{
  if (find_own (self, mdg_guide_pack_get_id (mdg_guide_entry_get_pack (entry)), index))
    return TRUE;

  for (guint i = 0; i < self->own->len; i++)
    if (g_file_equal (mdg_guide_entry_get_file (g_ptr_array_index (self->own, i)),
                      mdg_guide_entry_get_file (entry)))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mdg_guide_library_take:
 * @self: a library
 * @entry: an entry with a pack, whose file is in the folder
 *
 * Takes @entry into the list.
 */
void
mdg_guide_library_take (MdgGuideLibrary *self, MdgGuideEntry *entry)
{
  guint position = self->own->len;
  guint n_removed = find_replaced (self, entry, &position) ? 1 : 0;

  if (n_removed > 0)
    g_ptr_array_remove_index (self->own, position);
  g_ptr_array_insert (self->own, (int) position, g_object_ref (entry));
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, n_removed, 1);
  change_pack (self);
}

/**
 * mdg_guide_library_drop:
 * @self: a library
 * @entry: an entry whose file is gone
 *
 * Takes @entry out of the list. If it was in use, the built-in pack is, from now on.
 */
void
mdg_guide_library_drop (MdgGuideLibrary *self, MdgGuideEntry *entry)
{
  guint position;

  if (!g_ptr_array_find (self->own, entry, &position))
    return;

  g_object_ref (entry);
  g_object_freeze_notify (G_OBJECT (self));
  if (has_id (entry, self->pack_id))
    mdg_guide_library_set_pack_id (self, "");
  g_ptr_array_remove_index (self->own, position);
  change_pack (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, 1, 0);
  g_object_unref (entry);
}

static void
mdg_guide_library_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  MdgGuideLibrary *self = MDG_GUIDE_LIBRARY (object);

  switch (property_id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;

    case PROP_PACK_ID:
      g_value_set_string (value, self->pack_id);
      break;

    case PROP_PACK:
      g_value_set_boxed (value, mdg_guide_library_get_pack (self, NULL));
      break;

    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_guide_library_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  MdgGuideLibrary *self = MDG_GUIDE_LIBRARY (object);

  switch (property_id)
    {
    case PROP_FOLDER:
      self->folder = g_value_dup_object (value);
      break;

    case PROP_PACK_ID:
      mdg_guide_library_set_pack_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_guide_library_finalize (GObject *object)
{
  MdgGuideLibrary *self = MDG_GUIDE_LIBRARY (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->builtin);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->pack_id, g_free);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (mdg_guide_library_parent_class)->finalize (object);
}

static void
mdg_guide_library_class_init (MdgGuideLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mdg_guide_library_get_property;
  object_class->set_property = mdg_guide_library_set_property;
  object_class->finalize = mdg_guide_library_finalize;

  /**
   * MdgGuideLibrary:folder:
   *
   * Where the packs of organisations are kept; need not exist.
   */
  properties[PROP_FOLDER] =
    g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * MdgGuideLibrary:pack-id:
   *
   * The id of the pack that is wanted, empty for the built-in one. While there is none of that id,
   * the built-in one is in use.
   */
  properties[PROP_PACK_ID] =
    g_param_spec_string ("pack-id", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * MdgGuideLibrary:pack:
   *
   * What the pages show. Changes when a pack is loaded, removed, or put to use.
   */
  properties[PROP_PACK] =
    g_param_spec_boxed ("pack", NULL, NULL, MDG_TYPE_GUIDE_PACK,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * MdgGuideLibrary:notice:
   *
   * What the user must know about the packs after they were loaded, or %NULL.
   */
  properties[PROP_NOTICE] =
    g_param_spec_string ("notice", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_guide_library_init (MdgGuideLibrary *self)
{
  self->own = g_ptr_array_new_with_free_func (g_object_unref);
  self->pack_id = g_strdup ("");
}

/**
 * mdg_guide_library_new:
 * @folder: where the packs of organisations are kept; need not exist
 *
 * Returns: (transfer full): a library with the built-in pack, until the others are loaded
 */
MdgGuideLibrary *
mdg_guide_library_new (GFile *folder)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  return g_object_new (MDG_TYPE_GUIDE_LIBRARY, "folder", folder, NULL);
}

/**
 * mdg_guide_library_get_pack:
 * @self: a library
 * @error: return location for an error
 *
 * The built-in pack is read when this is first asked for.
 *
 * Returns: (transfer none) (nullable): what the pages show, or %NULL if the built-in pack is damaged
 */
MdgGuidePack *
mdg_guide_library_get_pack (MdgGuideLibrary *self, GError **error)
{
  MdgGuideEntry *builtin;

  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (self), NULL);

  builtin = get_builtin (self, error);
  if (builtin == NULL)
    return NULL;
  if (self->pack == NULL)
    self->pack = join (self, mdg_guide_entry_get_pack (builtin));

  return self->pack;
}

/**
 * mdg_guide_library_get_in_use:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the pack that is in use, or %NULL if it is the built-in one
 *   and that is damaged
 */
MdgGuideEntry *
mdg_guide_library_get_in_use (MdgGuideLibrary *self)
{
  guint index;

  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (self), NULL);

  return find_own (self, self->pack_id, &index) ? g_ptr_array_index (self->own, index)
                                                : get_builtin (self, NULL);
}

/**
 * mdg_guide_library_find:
 * @self: a library
 * @pack_id: the id of a pack
 *
 * Returns: (transfer none) (nullable): the organisation's pack of that id, or %NULL
 */
MdgGuideEntry *
mdg_guide_library_find (MdgGuideLibrary *self, const char *pack_id)
{
  guint index;

  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (self), NULL);
  g_return_val_if_fail (pack_id != NULL, NULL);

  return find_own (self, pack_id, &index) ? g_ptr_array_index (self->own, index) : NULL;
}

/**
 * mdg_guide_library_get_pack_id:
 * @self: a library
 *
 * Returns: the id of the pack that is wanted, empty for the built-in one
 */
const char *
mdg_guide_library_get_pack_id (MdgGuideLibrary *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (self), NULL);

  return self->pack_id;
}

/**
 * mdg_guide_library_set_pack_id:
 * @self: a library
 * @pack_id: the id of a pack, or empty for the built-in one
 *
 * Puts a pack to use.
 */
void
mdg_guide_library_set_pack_id (MdgGuideLibrary *self, const char *pack_id)
{
  guint index;
  gboolean was_own;

  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (self));
  g_return_if_fail (pack_id != NULL);

  was_own = find_own (self, self->pack_id, &index);
  if (!g_set_str (&self->pack_id, pack_id))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PACK_ID]);
  if (was_own || find_own (self, pack_id, &index))
    change_pack (self);
}

/**
 * mdg_guide_library_get_notice:
 * @self: a library
 *
 * Returns: (nullable): what the user must know about the packs
 */
const char *
mdg_guide_library_get_notice (MdgGuideLibrary *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (self), NULL);

  return self->notice;
}
