using System.Globalization;
using System.Text;

namespace OrderToCash.Invoicing;

/// <summary>What payment codes check the same way.</summary>
internal static class PaymentCodeText
{
    private const long MaxCents = 99_999_999_999;

    internal static void Field(
        List<DomainError> findings, string target, string field, string value, int most, Func<Rune, bool> isAllowed,
        bool isRequired = false)
    {
        if (isRequired && string.IsNullOrWhiteSpace(value))
            findings.Add(PaymentCodeErrors.FieldMissing.At(target, ("field", field)));
        Length(findings, target, field, value, most);
        foreach (var rune in value.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && isAllowed(rune)) continue;
            findings.Add(PaymentCodeErrors.CharacterNotAllowed.At(target,
                ("field", field), ("character", rune.Value.ToString("X4", CultureInfo.InvariantCulture))));
            return;
        }
    }

    internal static void Length(List<DomainError> findings, string target, string field, string value, int most)
    {
        var length = value.EnumerateRunes().Count();
        if (length > most)
            findings.Add(PaymentCodeErrors.FieldTooLong.At(target, ("field", field), ("length", length), ("most", most)));
    }

    internal static void Amount(List<DomainError> findings, Money? amount)
    {
        if (amount is not { } money || money.Currency.Digits != 2) return;
        if (money.MinorUnits is < 1 or > MaxCents)
            findings.Add(PaymentCodeErrors.AmountOutOfRange.At("amount", ("amount", money)));
    }

    internal static string Figure(decimal figure) =>
        (figure / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
