using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// Something taken off or put on, of a document (EN 16931 BG-20, BG-21) or of a line (BG-27, BG-28). Amounts are never below
/// zero: <see cref="IsCharge"/> says which way they go.
/// </summary>
public sealed record AllowanceCharge
{
    /// <summary>True when it is put on, false when it is taken off.</summary>
    public bool IsCharge { get; init; }

    /// <summary>How much, without tax (BT-92, BT-99, BT-136, BT-141).</summary>
    public required Money Amount { get; init; }

    /// <summary>What the percentage is of (BT-93, BT-100, BT-137, BT-142); stated with a percentage only.</summary>
    public Money? Base { get; init; }

    /// <summary>
    /// The percentage (BT-94, BT-101, BT-138, BT-143); then the amount is base x percentage, rounded half away from zero.
    /// </summary>
    public Percentage? Percent { get; init; }

    /// <summary>Why, in words (BT-97, BT-104, BT-139, BT-144); this or the code is stated (BR-CO-21 to BR-CO-24).</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>Why, as a code (BT-98, BT-105, BT-140, BT-145).</summary>
    public AllowanceChargeReason ReasonCode { get; init; }

    /// <summary>
    /// How it is taxed (BT-95, BT-96, BT-102, BT-103): stated on documents; null on lines, which have their own.
    /// </summary>
    public TaxTreatment? Tax { get; init; }

    /// <summary>The amount with tax, where prices include it; null elsewhere.</summary>
    public Money? Gross { get; init; }

    /// <summary>True when early-payment discounts are not computed on it: freight, fees.</summary>
    public bool NotDiscountable { get; init; }

    /// <summary>
    /// Whether it is credited in step with the lines of its category; null for the usual: allowances and percentages are, fixed
    /// charges only when they are named or all is credited.
    /// </summary>
    public bool? FollowsLines { get; init; }

    /// <summary>Fields of the host.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The amount with the sign it has in the sum.</summary>
    [JsonIgnore]
    public Money Signed => IsCharge ? Amount : -Amount;

    internal bool IsInStep => FollowsLines ?? (!IsCharge || Percent is not null);

    /// <summary>An amount taken off.</summary>
    public static AllowanceCharge Allowance(Money amount, string reason, AllowanceChargeReason code = default) =>
        new() { Amount = amount, Reason = reason, ReasonCode = code };

    /// <summary>A percentage taken off a base.</summary>
    public static AllowanceCharge Allowance(
        Money @base, Percentage percent, string reason, AllowanceChargeReason code = default) => new()
    {
        Amount = @base.Times(percent, Rounding.HalfAwayFromZero), Base = @base, Percent = percent, Reason = reason,
        ReasonCode = code,
    };

    /// <summary>An amount put on.</summary>
    public static AllowanceCharge Charge(Money amount, string reason, AllowanceChargeReason code = default) =>
        new() { IsCharge = true, Amount = amount, Reason = reason, ReasonCode = code };

    /// <summary>A percentage put on a base.</summary>
    public static AllowanceCharge Charge(Money @base, Percentage percent, string reason, AllowanceChargeReason code = default) =>
        Allowance(@base, percent, reason, code) with { IsCharge = true };

    /// <summary>The same, taxed like that: what a document needs.</summary>
    public AllowanceCharge Taxed(TaxTreatment tax) => this with { Tax = tax };

    internal static Money Sum(EquatableArray<AllowanceCharge> items, Currency currency, bool charges)
    {
        var sum = Money.Zero(currency);
        foreach (var item in items)
            if (item.IsCharge == charges) sum += item.Amount;
        return sum;
    }
}
