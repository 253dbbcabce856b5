"""A bank of questions taken to a learning management system: Moodle XML, or QTI for Canvas and others."""
