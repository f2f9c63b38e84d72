-- description: A setting of the server that is not as PostgreSQL ships it
-- category: server
-- severity: info; pending_restart=warning
-- order: 910
-- scope: cluster
-- redact: hidden_value
-- advice-missing: Set it in the target (ALTER SYSTEM SET ..., or the platform's own page), then reload or restart.
-- advice-unexpected: Reset it in the target (ALTER SYSTEM RESET ..., or the platform's own page), or set it in the baseline too.
-- advice-different: Bring both to one value (ALTER SYSTEM SET ...); one that waits for a restart counts only after it.
WITH place(name) AS (
     -- these say where a server lives: carried, never compared
     VALUES ('bonjour_name'), ('cluster_name'), ('event_source'), ('listen_addresses'), ('port'), ('ssl_ca_file'),
            ('ssl_cert_file'), ('ssl_crl_file'), ('ssl_key_file'), ('syslog_ident'), ('unix_socket_group')
     ),
     left_out(name) AS (
     -- files and directories, the way to the primary with its password, and what driver and session set by themselves
     VALUES ('config_file'), ('data_directory'), ('external_pid_file'), ('hba_file'), ('ident_file'), ('log_directory'),
            ('log_filename'), ('primary_conninfo'), ('primary_slot_name'), ('promote_trigger_file'), ('ssl_crl_dir'),
            ('stats_temp_directory'), ('unix_socket_directories'), ('krb_server_keyfile'), ('ssl_dh_params_file'),
            ('recovery_target'), ('recovery_target_lsn'), ('recovery_target_name'), ('recovery_target_time'),
            ('recovery_target_xid'), ('application_name'), ('client_encoding'), ('datestyle'), ('extra_float_digits'),
            ('timezone'), ('transaction_deferrable'), ('transaction_isolation'), ('transaction_read_only'),
            ('in_hot_standby'), ('role'), ('session_authorization'), ('search_path')
     ),
     -- shown to superusers and members of pg_read_all_settings only
     hidden(name) AS (
     VALUES ('dynamic_library_path'), ('jit_provider'), ('session_preload_libraries'), ('shared_preload_libraries'),
            ('ssl_ciphers'), ('ssl_max_protocol_version'), ('ssl_min_protocol_version'), ('ssl_passphrase_command'),
            ('ssl_ecdh_curve'), -- before 18
            ('extension_control_path'), ('oauth_validator_libraries'), ('ssl_groups'), ('ssl_tls13_ciphers'), -- since 18
            ('output_plugin_libraries')
     ),
     -- with names that hold what may be secret: commands, and extensions' own settings
     secret(name) AS (
     VALUES ('archive_cleanup_command'), ('archive_command'), ('recovery_end_command'), ('restore_command'),
            ('ssl_passphrase_command')
     ),
     major(name, since, until) AS (
     VALUES ('operator_precedence_warning', NULL::integer, 13), ('vacuum_cleanup_index_scale_factor', NULL, 13),
            ('force_parallel_mode', NULL, 15), ('vacuum_defer_cleanup_age', NULL, 15),
            ('db_user_namespace', NULL, 16), ('old_snapshot_threshold', NULL, 16), ('trace_recovery_messages', NULL, 16),
            ('ssl_ecdh_curve', NULL, 17),
            ('data_checksums', NULL, 17), -- before 18
            ('data_checksums', 18, NULL), -- since 18
            ('client_connection_check_interval', 14, NULL), ('compute_query_id', 14, NULL), ('debug_discard_caches', 14, NULL),
            ('default_toast_compression', 14, NULL), ('enable_async_append', 14, NULL), ('enable_memoize', 14, NULL),
            ('huge_page_size', 14, NULL), ('idle_session_timeout', 14, NULL), ('log_recovery_conflict_waits', 14, NULL),
            ('min_dynamic_shared_memory', 14, NULL), ('output_plugin_libraries', 14, NULL),
            ('recovery_init_sync_method', 14, NULL), ('remove_temp_files_after_crash', 14, NULL),
            ('track_wal_io_timing', 14, NULL), ('vacuum_failsafe_age', 14, NULL),
            ('vacuum_multixact_failsafe_age', 14, NULL), ('archive_library', 15, NULL),
            ('log_startup_progress_interval', 15, NULL), ('recovery_prefetch', 15, NULL),
            ('recursive_worktable_factor', 15, NULL), ('stats_fetch_consistency', 15, NULL),
            ('wal_decode_buffer_size', 15, NULL), ('createrole_self_grant', 16, NULL), ('debug_io_direct', 16, NULL),
            ('debug_logical_replication_streaming', 16, NULL), ('debug_parallel_query', 16, NULL),
            ('enable_presorted_aggregate', 16, NULL), ('gss_accept_delegation', 16, NULL),
            ('file_extend_method', 16, NULL), ('icu_validation_level', 16, NULL),
            ('max_parallel_apply_workers_per_subscription', 16, NULL), ('reserved_connections', 16, NULL),
            ('scram_iterations', 16, NULL), ('send_abort_for_crash', 16, NULL), ('send_abort_for_kill', 16, NULL),
            ('vacuum_buffer_usage_limit', 16, NULL), ('allow_alter_system', 17, NULL),
            ('commit_timestamp_buffers', 17, NULL), ('enable_group_by_reordering', 17, NULL), ('event_triggers', 17, NULL),
            ('io_combine_limit', 17, NULL), ('max_notify_queue_pages', 17, NULL), ('multixact_member_buffers', 17, NULL),
            ('multixact_offset_buffers', 17, NULL), ('notify_buffers', 17, NULL), ('serializable_buffers', 17, NULL),
            ('subtransaction_buffers', 17, NULL), ('summarize_wal', 17, NULL), ('sync_replication_slots', 17, NULL),
            ('synchronized_standby_slots', 17, NULL), ('trace_connection_negotiation', 17, NULL),
            ('transaction_buffers', 17, NULL), ('transaction_timeout', 17, NULL), ('wal_summary_keep_time', 17, NULL),
            ('autovacuum_vacuum_max_threshold', 18, NULL), ('autovacuum_worker_slots', 18, NULL),
            ('enable_distinct_reordering', 18, NULL), ('enable_self_join_elimination', 18, NULL),
            ('extension_control_path', 18, NULL), ('file_copy_method', 18, NULL),
            ('idle_replication_slot_timeout', 18, NULL), ('io_max_combine_limit', 18, NULL),
            ('io_max_concurrency', 18, NULL), ('io_method', 18, NULL), ('io_workers', 18, NULL),
            ('log_lock_failures', 18, NULL), ('max_active_replication_origins', 18, NULL),
            ('md5_password_warnings', 18, NULL), ('oauth_validator_libraries', 18, NULL), ('ssl_groups', 18, NULL),
            ('ssl_tls13_ciphers', 18, NULL), ('track_cost_delay_timing', 18, NULL),
            ('vacuum_max_eager_freeze_failure_rate', 18, NULL), ('vacuum_truncate', 18, NULL)
     ),
     -- what the reader's own role or database sets hides what the server has
     covered AS (
     SELECT lower(split_part(config, '=', 1)) AS name
       FROM pg_db_role_setting d
      CROSS JOIN LATERAL unnest(d.setconfig) AS config
      WHERE (d.setdatabase = 0 OR d.setdatabase = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database()))
        AND (d.setrole = 0 OR d.setrole = (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user))
     ),
     state AS (
     SELECT s.name,
            lower(s.name) IN (SELECT c.name FROM covered c) AS covered,
            -- what the session has set for itself: the value that it would go back to is the server's
            CASE WHEN s.source = 'session' THEN s.reset_val ELSE s.setting END AS value,
            CASE WHEN s.source <> 'session' THEN s.source END AS source,
            CASE WHEN s.source = 'session' THEN s.reset_val IS DISTINCT FROM s.boot_val
                 ELSE s.source NOT IN ('default', 'override', 'client') END AS changed,
            s.pending_restart,
            s.unit
       FROM pg_settings s
      WHERE s.context <> 'internal'
        AND lower(s.name) NOT IN (SELECT l.name FROM left_out l)
        AND s.name NOT IN (SELECT p.name FROM place p)
        -- worked out from the server's limits, until 14 with another word for it
        AND NOT (s.name = 'max_stack_depth' AND s.source = 'environment variable')
     ),
     every AS (
     SELECT s.name, s.value, s.source, s.pending_restart, s.unit, NULL::text AS place, false AS unread
       FROM state s
      WHERE NOT s.covered
        AND (s.changed OR s.pending_restart)
      UNION ALL
     SELECT c.name, NULL, NULL, NULL, NULL, NULL, true
       FROM state c
      WHERE c.covered
      UNION ALL
     SELECT h.name, NULL, NULL, NULL, NULL, NULL, true
       FROM hidden h
      WHERE NOT EXISTS (SELECT FROM pg_settings s WHERE s.name = h.name)
        AND NOT pg_has_role('pg_read_all_settings', 'USAGE')
      UNION ALL
     -- chosen when the cluster was made; checksums are what one gets since 18
     SELECT s.name, s.setting, NULL, s.pending_restart, s.unit, NULL, false
       FROM pg_settings s
      WHERE s.name = 'data_checksums' AND s.setting = 'off' -- since 18
      WHERE s.name = 'data_checksums' AND s.setting = 'on' -- before 18
         OR s.name = 'wal_segment_size' AND s.setting <> '16777216'
      UNION ALL
     SELECT s.name, NULL, NULL, NULL, NULL, s.setting, false
       FROM place p
       JOIN pg_settings s ON s.name = p.name
     )
SELECT e.name AS id_setting,
       CASE WHEN NOT secret THEN e.value END AS value,
       CASE WHEN secret THEN e.value END AS hidden_value,
       e.pending_restart AS pending_restart,
       e.source AS _source,
       e.unit AS _unit,
       e.place AS _place,
       CASE WHEN e.unread THEN ARRAY['*'] END AS _unread,
       m.since AS _since_major,
       m.until AS _until_major
  FROM every e
 CROSS JOIN LATERAL (SELECT e.name LIKE '%.%' OR e.name IN (SELECT s.name FROM secret s) AS secret) treated
  LEFT JOIN major m ON m.name = e.name
