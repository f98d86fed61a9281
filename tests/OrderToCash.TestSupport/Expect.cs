namespace OrderToCash.TestSupport;

/// <summary>Asserts refusals by their catalogue entry. The architecture tests look for these calls: each code must have one.</summary>
public static class Expect
{
    /// <summary>The result failed, and this code is among its errors.</summary>
    public static DomainError Refused<T>(ErrorCode code, Result<T> result)
    {
        Assert.False(result.IsSuccess, $"expected {code}, but it succeeded: {result}");
        return Found(code, result.Errors);
    }

    /// <summary>This code is among the findings.</summary>
    public static DomainError Found(ErrorCode code, IEnumerable<DomainError> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Any(e => e.Code == code.Code), $"expected {code}, found: {string.Join("; ", all)}");
        return all.First(e => e.Code == code.Code);
    }

    /// <summary>The value of a success; the errors are the message of a failure.</summary>
    public static T Success<T>(Result<T> result)
    {
        Assert.True(result.IsSuccess, $"expected success, refused: {string.Join("; ", result.Errors)}");
        return result.Value;
    }
}
