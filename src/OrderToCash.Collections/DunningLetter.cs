using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>What one letter says, as data: one customer, one legal entity, one currency.</summary>
public sealed record DunningLetter
{
    /// <summary>Who writes.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who is written to.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    /// <summary>The policy's version.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The highest level of its lines: it governs text, channel and fee.</summary>
    public required int Level { get; init; }

    /// <summary>Which text.</summary>
    public required string TextKey { get; init; }

    /// <summary>The level's channel; a customer's own preference goes before it.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The day it states the account of.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The instalments it asks for, the earliest due first; never empty.</summary>
    public required EquatableArray<DunningLetterLine> Lines { get; init; }

    /// <summary>Credits not applied yet, the earliest first.</summary>
    public EquatableArray<DunningLetterCredit> Credits { get; init; }

    /// <summary>The sum of the lines.</summary>
    public required Money AmountDue { get; init; }

    /// <summary>The sum of the credits, zero or above.</summary>
    public required Money CreditTotal { get; init; }

    /// <summary>What the letter costs the customer.</summary>
    public required Money Fee { get; init; }

    /// <summary>Lines and fee less credits; below zero when the credits are more.</summary>
    [JsonIgnore]
    public Money Total => AmountDue + Fee - CreditTotal;
}
