namespace OrderToCash.Primitives;

/// <summary>Why an IBAN is refused. The account in the facts is masked.</summary>
public static class IbanErrors
{
    /// <summary>A sign that no IBAN has, a lower-case letter, or more than 34 signs. Facts: account, country.</summary>
    public static readonly ErrorCode BadCharacters = new("iban.bad-characters", ErrorKind.Invalid,
        "The account '{account}' has signs that no IBAN has, or too many.",
        "Use up to 34 upper-case letters and digits; blanks, dots and hyphens do not matter.");

    /// <summary>The country takes no part in the IBAN registry. Facts: account, country.</summary>
    public static readonly ErrorCode UnknownCountry = new("iban.unknown-country", ErrorKind.Invalid,
        "The IBAN registry has no country '{country}' (account '{account}').",
        "Check the first two letters; use the bank's own account number where a country has no IBAN.");

    /// <summary>Not as long as the IBANs of its country. Facts: account, country, length, expected.</summary>
    public static readonly ErrorCode WrongLength = new("iban.wrong-length", ErrorKind.Invalid,
        "The account '{account}' has {length} signs; an IBAN of country '{country}' has {expected}.",
        "Type the whole IBAN, nothing more.");

    /// <summary>Letters where the country has digits, or the other way round. Facts: account, country.</summary>
    public static readonly ErrorCode WrongStructure = new("iban.wrong-structure", ErrorKind.Invalid,
        "The account '{account}' is not built like an IBAN of country '{country}'.", "Look for O and 0, I and 1 mixed up.");

    /// <summary>The check digits do not agree with the rest. Facts: account, country.</summary>
    public static readonly ErrorCode WrongCheckDigits = new("iban.wrong-check-digits", ErrorKind.Invalid,
        "The check digits of the account '{account}' do not agree with the rest.",
        "Compare it with the printed IBAN: a sign is mistyped.");
}
