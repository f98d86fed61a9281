using OrderToCash.Customers;

namespace OrderToCash;

/// <summary>Opens a customer account.</summary>
public sealed record OpenCustomer : Command
{
    /// <summary>The host's number.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The first day the profile holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>Who the customer is and what is agreed.</summary>
    public required CustomerProfile Profile { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Changes a customer's profile from a day on; the day may be in the future.</summary>
public sealed record ChangeCustomer : Command
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The first day the change holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The whole profile after the change.</summary>
    public required CustomerProfile Profile { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Blocks a customer for one kind of business.</summary>
public sealed record BlockCustomer : Command
{
    /// <summary>Whom.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>For what.</summary>
    public required CustomerBlockKind Kind { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Lifts a block.</summary>
public sealed record UnblockCustomer : Command
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Which.</summary>
    public required CustomerBlockKind Kind { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
