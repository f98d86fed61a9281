namespace OrderToCash.Invoicing;

/// <summary>Whom to ask (BG-6, BG-9).</summary>
public sealed record DocumentContact
{
    /// <summary>The person or department (BT-41, BT-56).</summary>
    public string? Name { get; init; }

    /// <summary>The telephone number (BT-42, BT-57).</summary>
    public string? Phone { get; init; }

    /// <summary>The mail address (BT-43, BT-58).</summary>
    public string? Email { get; init; }
}
