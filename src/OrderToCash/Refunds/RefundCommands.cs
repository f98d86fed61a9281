using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Asks for a refund.</summary>
public sealed record RequestRefund : Command
{
    /// <summary>What is asked.</summary>
    public required RefundFacts Facts { get; init; }
}

/// <summary>Approves a refund.</summary>
public sealed record ApproveRefund : Command
{
    /// <summary>The request.</summary>
    public required RefundId Refund { get; init; }
}

/// <summary>Ends a request before any money moved: who asked cancels it, anybody else declines it.</summary>
public sealed record RejectRefund : Command
{
    /// <summary>The request.</summary>
    public required RefundId Refund { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Sends the money of an approved refund and posts it.</summary>
public sealed record OrderRefund : Command
{
    /// <summary>The request.</summary>
    public required RefundId Refund { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The money of a refund arrived.</summary>
public sealed record ConfirmRefund : Command
{
    /// <summary>The request.</summary>
    public required RefundId Refund { get; init; }

    /// <summary>The bank's date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The money of a refund could not be sent, or came back: the credit is open again.</summary>
public sealed record FailRefund : Command
{
    /// <summary>The request.</summary>
    public required RefundId Refund { get; init; }

    /// <summary>Why, as the bank's code or in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The bank's date.</summary>
    public required LocalDate On { get; init; }
}
