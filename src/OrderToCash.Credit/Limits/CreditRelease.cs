namespace OrderToCash.Credit;

/// <summary>
/// A person lets one order pass a hold: this revision of it, up to an amount, until a day. It is used up by the reservation it
/// lets through.
/// </summary>
public sealed record CreditRelease
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The revision it was given for; another one needs another release.</summary>
    public required int Revision { get; init; }

    /// <summary>Up to which gross amount, itself included.</summary>
    public required Money Amount { get; init; }

    /// <summary>The last day it holds.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who gave it.</summary>
    public required Actor By { get; init; }
}
