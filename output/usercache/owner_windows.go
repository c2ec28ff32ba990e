package usercache

// The user's cache directory on Windows, %LocalAppData%, is closed to other
// users by its access list, and what is made below inherits that.

func guarded(string) error { return nil }

func private(string) error { return nil }
